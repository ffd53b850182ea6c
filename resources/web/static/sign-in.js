// Signs in: the token goes in a header, never in an address; what comes back is a cookie that no script reads.

const CHECK = "/sign-in/check";
const HELD = 429;
const LETTERS_OF_A_TOKEN = /^[!-~]+$/;

const form = document.getElementById("sign-in");
const field = document.getElementById("token");
const said = document.getElementById("said");
const button = form.querySelector("button");

function goOn() {
  window.location.replace(form.dataset.onward);
}

/** `status` of the answer, 0 where there is none, and whether this browser is signed in now. */
async function ask(headers) {
  try {
    const answer = await fetch(CHECK, { headers, cache: "no-store", credentials: "same-origin" });
    const signedIn = answer.ok && (await answer.json()).signed_in === true;
    return { status: answer.status, signedIn };
  } catch {
    return { status: 0, signedIn: false };
  }
}

function tell(status) {
  if (status === 0 || status >= 500) {
    said.textContent = form.dataset.away;
  } else {
    said.textContent = status === HELD ? form.dataset.held : form.dataset.wrong;
  }
  field.setAttribute("aria-invalid", String(status === 401));
  field.focus();
  field.select();
}

async function offer(event) {
  event.preventDefault();
  const token = field.value.trim();
  if (!LETTERS_OF_A_TOKEN.test(token)) {
    tell(401);
    return;
  }
  button.disabled = true;
  said.textContent = "";
  const { status, signedIn } = await ask({ Authorization: `Bearer ${token}` });
  button.disabled = false;
  if (signedIn) {
    goOn();
  } else {
    tell(status);
  }
}

form.addEventListener("submit", offer);

// Who came by a link of another site may be signed in: the browser keeps the cookie back on the way here.
if ((await ask({})).signedIn) {
  goOn();
}
