<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>C library</source>
            <translation>Bibliothèque C</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>Affichage</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Logs of example fleets</source>
            <translation>Journaux des parcs d’exemple</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Paquets</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>Python</source>
            <translation>Python</translation>
        </message>
        <message>
            <source>Python package</source>
            <translation>paquet Python</translation>
        </message>
        <message>
            <source>Qt</source>
            <translation>Qt</translation>
        </message>
        <message>
            <source>Recordings</source>
            <translation>Enregistrements</translation>
        </message>
        <message>
            <source>Screen {0}</source>
            <translation>Écran {0}</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Système</translation>
        </message>
        <message>
            <source>Window's settings</source>
            <translation>Réglages de la fenêtre</translation>
        </message>
        <message>
            <source>bundle</source>
            <translation>programme autonome</translation>
        </message>
    </context>
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About</source>
            <translation>À propos</translation>
        </message>
        <message>
            <source>About WatchDoge</source>
            <translation>À propos de WatchDoge</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Licences</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Système</translation>
        </message>
        <message>
            <source>Version {0} · supervises a fleet of PLC gateways</source>
            <translation>Version {0} · supervise un parc de passerelles d’automates</translation>
        </message>
    </context>
    <context>
        <name>AlarmActs</name>
        <message>
            <source>1 alarm</source>
            <translation>1 alarme</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>Hors service</translation>
        </message>
        <message>
            <source>Shelve</source>
            <translation>Suspendre</translation>
        </message>
        <message>
            <source>Shelve {0}?</source>
            <translation>Suspendre {0} ?</translation>
        </message>
        <message>
            <source>Take {0} out of service?</source>
            <translation>Mettre {0} hors service ?</translation>
        </message>
        <message>
            <source>They are neither shown among the active alarms nor heard, until put in service.</source>
            <translation>Elles ne sont ni montrées parmi les alarmes actives ni entendues, jusqu’à leur remise en service.</translation>
        </message>
        <message>
            <source>They are neither shown among the active alarms nor heard, until the time is over.</source>
            <translation>Elles ne sont ni montrées parmi les alarmes actives ni entendues, jusqu’à la fin de cette durée.</translation>
        </message>
        <message>
            <source>{0} alarms</source>
            <translation>{0} alarmes</translation>
        </message>
    </context>
    <context>
        <name>AlarmColumns</name>
        <message>
            <source>Acknowledged by</source>
            <translation>Acquittée par</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>Alarme</translation>
        </message>
        <message>
            <source>At onset</source>
            <translation>À l’apparition</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Commentaire</translation>
        </message>
        <message>
            <source>Explained by</source>
            <translation>Expliquée par</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Actuel</translation>
        </message>
        <message>
            <source>Out of service since</source>
            <translation>Hors service depuis</translation>
        </message>
        <message>
            <source>Over, unacknowledged</source>
            <translation>Disparue, non acquittée</translation>
        </message>
        <message>
            <source>PLC</source>
            <translation>Automate</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motif</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Jusqu’à</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Événement</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Qui</translation>
        </message>
    </context>
    <context>
        <name>AlarmFiles</name>
        <message>
            <source>Export alarms</source>
            <translation>Exporter les alarmes</translation>
        </message>
    </context>
    <context>
        <name>AlarmGrid</name>
        <message>
            <source>No alarm matches the filter</source>
            <translation>Aucune alarme ne répond au filtre</translation>
        </message>
        <message>
            <source>No alarms</source>
            <translation>Aucune alarme</translation>
        </message>
        <message>
            <source>Nothing is out of service</source>
            <translation>Rien n’est hors service</translation>
        </message>
        <message>
            <source>Nothing is shelved</source>
            <translation>Rien n’est suspendu</translation>
        </message>
        <message>
            <source>Nothing is suppressed by another alarm</source>
            <translation>Rien n’est inhibé par une autre alarme</translation>
        </message>
    </context>
    <context>
        <name>AlarmScreen</name>
        <message>
            <source>Alarms: {0}</source>
            <translation>Alarmes : {0}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Copy the selected rows, or all (Ctrl+C)</source>
            <translation>Copier les lignes choisies, ou toutes (Ctrl+C)</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Filter alarms…</source>
            <translation>Filtrer les alarmes…</translation>
        </message>
        <message>
            <source>Filter the alarms</source>
            <translation>Filtrer les alarmes</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Save this list (Ctrl+Shift+X)</source>
            <translation>Enregistrer cette liste (Ctrl+Maj+X)</translation>
        </message>
        <message>
            <source>Words that occur in the PLC, the alarm or its state (Ctrl+F)</source>
            <translation>Mots qui figurent dans l’automate, l’alarme ou son état (Ctrl+F)</translation>
        </message>
    </context>
    <context>
        <name>AlarmTabs</name>
        <message>
            <source>Active</source>
            <translation>Actives</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>Hors service</translation>
        </message>
        <message>
            <source>Shelved</source>
            <translation>Suspendues</translation>
        </message>
        <message>
            <source>Suppressed</source>
            <translation>Inhibées</translation>
        </message>
    </context>
    <context>
        <name>AlarmTools</name>
        <message>
            <source>Acknowledge</source>
            <translation>Acquitter</translation>
        </message>
        <message>
            <source>Acknowledge all {0}</source>
            <translation>Acquitter les {0}</translation>
        </message>
        <message>
            <source>Acknowledge the selected alarms, or all on screen (F9)</source>
            <translation>Acquitter les alarmes choisies, ou toutes celles à l’écran (F9)</translation>
        </message>
        <message>
            <source>Acknowledge {0}</source>
            <translation>Acquitter {0}</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Commentaire</translation>
        </message>
        <message>
            <source>Comment of the acknowledgement</source>
            <translation>Commentaire de l’acquittement</translation>
        </message>
        <message>
            <source>Hide for a time, with a reason (Ctrl+Shift+S)</source>
            <translation>Suspension temporaire (shelving), avec un motif (Ctrl+Maj+S)</translation>
        </message>
        <message>
            <source>Hide until put in service, with a reason (Ctrl+Shift+O)</source>
            <translation>Masquer jusqu’à la remise en service, avec un motif (Ctrl+Maj+O)</translation>
        </message>
        <message>
            <source>Jump to PLC</source>
            <translation>Aller à l’automate</translation>
        </message>
        <message>
            <source>Let go of acknowledged alarms that are held (Ctrl+Shift+R)</source>
            <translation>Réarmer les alarmes acquittées et mémorisées (Ctrl+Maj+R)</translation>
        </message>
        <message>
            <source>Mute, volume and test of the tones</source>
            <translation>Coupure, volume et essai des sons</translation>
        </message>
        <message>
            <source>Optional: it goes into the journal with the acknowledgement (Enter)</source>
            <translation>Facultatif : inscrit au journal avec l’acquittement (Entrée)</translation>
        </message>
        <message>
            <source>Out of service…</source>
            <translation>Hors service…</translation>
        </message>
        <message>
            <source>Put in service</source>
            <translation>Remettre en service</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Réarmer</translation>
        </message>
        <message>
            <source>Shelve…</source>
            <translation>Suspendre…</translation>
        </message>
        <message>
            <source>Show again (Ctrl+Shift+I)</source>
            <translation>Montrer de nouveau (Ctrl+Maj+I)</translation>
        </message>
        <message>
            <source>Show again now (Ctrl+Shift+U)</source>
            <translation>Montrer de nouveau dès maintenant (Ctrl+Maj+U)</translation>
        </message>
        <message>
            <source>Show its row in the fleet (Ctrl+J)</source>
            <translation>Montrer sa ligne dans le parc (Ctrl+J)</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Son</translation>
        </message>
        <message>
            <source>Unshelve</source>
            <translation>Lever la suspension</translation>
        </message>
    </context>
    <context>
        <name>Alarms</name>
        <message>
            <source>A cycle took longer than its interval; others were skipped</source>
            <translation>Un cycle a duré plus que sa période ; d’autres ont été sautés</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Acquittée</translation>
        </message>
        <message>
            <source>Acknowledged by {0}</source>
            <translation>Acquittée par {0}</translation>
        </message>
        <message>
            <source>Address list cannot be read</source>
            <translation>Liste d’adresses illisible</translation>
        </message>
        <message>
            <source>Address list cannot be read: {0}</source>
            <translation>Liste d’adresses illisible : {0}</translation>
        </message>
        <message>
            <source>Alarms cannot be recorded</source>
            <translation>Enregistrement des alarmes impossible</translation>
        </message>
        <message>
            <source>Alarms cannot be recorded: {0}</source>
            <translation>Enregistrement des alarmes impossible : {0}</translation>
        </message>
        <message>
            <source>At onset {0}, now {1}</source>
            <translation>{0} à l’apparition, {1} actuellement</translation>
        </message>
        <message>
            <source>Connected after its disconnection</source>
            <translation>Connecté après sa déconnexion</translation>
        </message>
        <message>
            <source>Cycle longer than its interval</source>
            <translation>Cycle plus long que sa période</translation>
        </message>
        <message>
            <source>Disk nearly full</source>
            <translation>Disque presque plein</translation>
        </message>
        <message>
            <source>Disk nearly full: {0} left at {1}</source>
            <translation>Disque presque plein : {0} libres sur {1}</translation>
        </message>
        <message>
            <source>Explained by: {0}</source>
            <translation>Expliquée par : {0}</translation>
        </message>
        <message>
            <source>Gateway comes and goes</source>
            <translation>Passerelle intermittente</translation>
        </message>
        <message>
            <source>Gateway lost</source>
            <translation>Passerelle perdue</translation>
        </message>
        <message>
            <source>Held until reset</source>
            <translation>Mémorisée jusqu’au réarmement</translation>
        </message>
        <message>
            <source>Held, unacknowledged</source>
            <translation>Mémorisée, non acquittée</translation>
        </message>
        <message>
            <source>History: {0}</source>
            <translation>Historique : {0}</translation>
        </message>
        <message>
            <source>Marbles of circuit {0} not as expected</source>
            <translation>Billes du circuit {0} non conformes</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
        <message>
            <source>Not every PLC is connected</source>
            <translation>Tous les automates ne sont pas connectés</translation>
        </message>
        <message>
            <source>Only {1} of {2} PLCs are connected</source>
            <translation>Seulement {1} automates sur {2} sont connectés</translation>
        </message>
        <message>
            <source>Out of service by {0}</source>
            <translation>Mise hors service par {0}</translation>
        </message>
        <message>
            <source>Over, unacknowledged</source>
            <translation>Disparue, non acquittée</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>En temporisation</translation>
        </message>
        <message>
            <source>Readings cannot be recorded</source>
            <translation>Enregistrement des mesures impossible</translation>
        </message>
        <message>
            <source>Several gateways lost</source>
            <translation>Plusieurs passerelles perdues</translation>
        </message>
        <message>
            <source>Shelved until {0} by {1}</source>
            <translation>Suspendue jusqu’à {0} par {1}</translation>
        </message>
        <message>
            <source>Slow answers</source>
            <translation>Réponses lentes</translation>
        </message>
        <message>
            <source>Sound lost</source>
            <translation>Son perdu</translation>
        </message>
        <message>
            <source>Sound lost: {0}</source>
            <translation>Son perdu : {0}</translation>
        </message>
        <message>
            <source>Sum of {0}</source>
            <translation>Somme de {0}</translation>
        </message>
        <message>
            <source>The time of day jumped by {0}</source>
            <translation>L’heure a fait un saut de {0}</translation>
        </message>
        <message>
            <source>Time of day jumped</source>
            <translation>Saut de l’heure</translation>
        </message>
        <message>
            <source>Too many connections on circuit {0}</source>
            <translation>Trop de connexions sur le circuit {0}</translation>
        </message>
        <message>
            <source>Unacknowledged</source>
            <translation>Non acquittée</translation>
        </message>
        <message>
            <source>Wrong answers</source>
            <translation>Réponses erronées</translation>
        </message>
        <message>
            <source>above</source>
            <translation>au-dessus de</translation>
        </message>
        <message>
            <source>below</source>
            <translation>au-dessous de</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>{0} accepted its disconnection, but is connected</source>
            <translation>{0} a accepté sa déconnexion, mais reste connecté</translation>
        </message>
        <message>
            <source>{0} answers slowly: {1}, more than {2}</source>
            <translation>{0} répond lentement : {1}, plus de {2}</translation>
        </message>
        <message>
            <source>{0} answers wrongly: {1}</source>
            <translation>{0} répond mal : {1}</translation>
        </message>
        <message>
            <source>{0} high</source>
            <translation>{0} : seuil haut</translation>
        </message>
        <message>
            <source>{0} is lost and back again and again</source>
            <translation>{0} se perd et revient sans cesse</translation>
        </message>
        <message>
            <source>{0} lost</source>
            <translation>{0} : perdu</translation>
        </message>
        <message>
            <source>{0} lost: {1}</source>
            <translation>{0} perdu : {1}</translation>
        </message>
        <message>
            <source>{0} low</source>
            <translation>{0} : seuil bas</translation>
        </message>
        <message>
            <source>{0} unacknowledged</source>
            <translation>{0} non acquittées</translation>
        </message>
        <message>
            <source>{0} · {1} left</source>
            <translation>{0} · reste {1}</translation>
        </message>
        <message>
            <source>{0}: {1} PLCs</source>
            <translation>{0} : {1} automates</translation>
        </message>
        <message>
            <source>{0}: {1} connections beyond the allowed, more than {2}</source>
            <translation>{0} : {1} connexions au-delà du permis, plus de {2}</translation>
        </message>
        <message>
            <source>{0}: {1} marbles, expected {2}</source>
            <translation>{0} : {1} billes au lieu de {2}</translation>
        </message>
    </context>
    <context>
        <name>AlarmsPage</name>
        <message>
            <source>Kinds of alarms</source>
            <translation>Genres d’alarmes</translation>
        </message>
    </context>
    <context>
        <name>App</name>
        <message>
            <source>End it by the system's task manager, then start it again.</source>
            <translation>Terminez-le dans le gestionnaire de tâches du système, puis relancez-le.</translation>
        </message>
        <message>
            <source>WatchDoge is running already, but does not answer.</source>
            <translation>WatchDoge fonctionne déjà, mais ne répond pas.</translation>
        </message>
    </context>
    <context>
        <name>Assistant</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Retour</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Suivant</translation>
        </message>
        <message>
            <source>&amp;Open an existing configuration…</source>
            <translation>&amp;Ouvrir une configuration existante…</translation>
        </message>
        <message>
            <source>&amp;Start watching</source>
            <translation>&amp;Commencer la surveillance</translation>
        </message>
        <message>
            <source>Asks one address, once: {0}, port {1}. The question, /{2}, only reads.</source>
            <translation>Interroge une adresse, une fois : {0}, port {1}. La question, /{2}, ne fait que lire.</translation>
        </message>
        <message>
            <source>Asks {0} addresses, each once: {1}, port {2}. The question, /{3}, only reads.</source>
            <translation>Interroge {0} adresses, une fois chacune : {1}, port {2}. La question, /{3}, ne fait que lire.</translation>
        </message>
        <message>
            <source>At the next start, open {0} yourself: it is not where the program looks.</source>
            <translation>Au prochain démarrage, ouvrir {0} soi-même : il n’est pas où le programme cherche.</translation>
        </message>
        <message>
            <source>Cancelled: {0}</source>
            <translation>Annulé : {0}</translation>
        </message>
        <message>
            <source>Configuration (*.json);;All files (*)</source>
            <translation>Configuration (*.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Each gateway is asked, one question at a time: {0}.</source>
            <translation>Chaque passerelle est interrogée, une question à la fois : {0}.</translation>
        </message>
        <message>
            <source>Enter a port, such as 8000.</source>
            <translation>Entrer un port, par exemple 8000.</translation>
        </message>
        <message>
            <source>Enter a range, such as 192.168.1.0/24 or 192.168.1.10-50.</source>
            <translation>Entrer une plage, par exemple 192.168.1.0/24 ou 192.168.1.10-50.</translation>
        </message>
        <message>
            <source>Files are there already and stay as they are. New ones: {0} and {1}.</source>
            <translation>Des fichiers sont déjà là et restent tels quels. Nouveaux : {0} et {1}.</translation>
        </message>
        <message>
            <source>One gateway: {0}</source>
            <translation>Une passerelle : {0}</translation>
        </message>
        <message>
            <source>Open configuration</source>
            <translation>Ouvrir une configuration</translation>
        </message>
        <message>
            <source>The range is too long: enter fewer addresses.</source>
            <translation>La plage est trop longue : entrer moins d’adresses.</translation>
        </message>
        <message>
            <source>These questions only read. Nothing is written and no PLC is disconnected.</source>
            <translation>Ces questions ne font que lire. Rien n’est écrit et aucun automate n’est déconnecté.</translation>
        </message>
        <message>
            <source>This would ask {0} times; at most {1} are allowed. Choose a smaller range.</source>
            <translation>Cela ferait {0} questions ; {1} au plus sont permises. Choisir une plage plus petite.</translation>
        </message>
        <message>
            <source>Two new files: {0} and {1}.</source>
            <translation>Deux nouveaux fichiers : {0} et {1}.</translation>
        </message>
        <message>
            <source>Watch by a configuration file that is there already</source>
            <translation>Surveiller d’après un fichier de configuration existant</translation>
        </message>
        <message>
            <source>WatchDoge – first start</source>
            <translation>WatchDoge – premier démarrage</translation>
        </message>
        <message>
            <source>Write the two files and begin to ask the gateways</source>
            <translation>Écrire les deux fichiers et commencer à interroger les passerelles</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>et {0} de plus</translation>
        </message>
        <message>
            <source>{0} (from character {1})</source>
            <translation>{0} (à partir du caractère {1})</translation>
        </message>
        <message>
            <source>{0} gateways: {1}</source>
            <translation>{0} passerelles : {1}</translation>
        </message>
        <message>
            <source>{0} of {1} asked, {2} found</source>
            <translation>{0} sur {1} interrogées, {2} trouvées</translation>
        </message>
        <message>
            <source>{0} other devices answer there, but not as gateways</source>
            <translation>{0} autres appareils y répondent, mais pas en passerelles</translation>
        </message>
        <message>
            <source>“{0}” ends before it begins: write the smaller number first.</source>
            <translation>« {0} » finit avant de commencer : écrire d’abord le plus petit nombre.</translation>
        </message>
        <message>
            <source>“{0}” holds addresses that no device can have.</source>
            <translation>« {0} » contient des adresses qu’aucun appareil ne peut avoir.</translation>
        </message>
        <message>
            <source>“{0}” is no IPv4 address: write four numbers from 0 to 255.</source>
            <translation>« {0} » n’est pas une adresse IPv4 : écrire quatre nombres de 0 à 255.</translation>
        </message>
        <message>
            <source>“{0}” is no port: write numbers from 1 to 65535.</source>
            <translation>« {0} » n’est pas un port : écrire des nombres de 1 à 65535.</translation>
        </message>
        <message>
            <source>“{0}”: only IPv4 can be scanned. Use an address list for IPv6.</source>
            <translation>« {0} » : seul l’IPv4 peut être exploré. Pour l’IPv6, une liste d’adresses.</translation>
        </message>
        <message>
            <source>“{0}”: write a network as 192.168.1.0/24, from /22 to /32.</source>
            <translation>« {0} » : écrire un réseau comme 192.168.1.0/24, de /22 à /32.</translation>
        </message>
        <message>
            <source>◆ An error in the program ended the scan; see its log.</source>
            <translation>◆ Une erreur du programme a terminé l’exploration ; voir son journal.</translation>
        </message>
        <message>
            <source>◆ Each complete total is written into every PLC ({0}). No PLC is disconnected.</source>
            <translation>◆ Chaque total complet est écrit dans tous les automates ({0}). Aucun automate n’est déconnecté.</translation>
        </message>
        <message>
            <source>◆ Nothing can be written there: {0}</source>
            <translation>◆ Rien ne peut y être écrit : {0}</translation>
        </message>
        <message>
            <source>◆ Some of these addresses are public. Ask only devices that are yours.</source>
            <translation>◆ Certaines de ces adresses sont publiques. N’interroger que vos appareils.</translation>
        </message>
        <message>
            <source>◆ The time was over: {0}. Choose a smaller range for the rest.</source>
            <translation>◆ Le temps était écoulé : {0}. Choisir une plage plus petite pour le reste.</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>+{0} {1}</source>
            <translation>+{0} {1}</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Acquitter</translation>
        </message>
        <message>
            <source>Acknowledge the alarm that is shown here, no other (F8). Its sound stops too.</source>
            <translation>Acquitter l’alarme montrée ici, aucune autre (F8). Le son s’arrête aussi.</translation>
        </message>
        <message>
            <source>Ask all gateways now (F5)</source>
            <translation>Interroger toutes les passerelles maintenant (F5)</translation>
        </message>
        <message>
            <source>EXAMPLE FLEET</source>
            <translation>PARC D’EXEMPLE</translation>
        </message>
        <message>
            <source>Flood: {0} alarms in {1} min, grouped by what they are about</source>
            <translation>Avalanche : {0} alarmes en {1} min, groupées par sujet</translation>
        </message>
        <message>
            <source>Go to the alarm screen (Alt+2)</source>
            <translation>Aller à l’écran des alarmes (Alt+2)</translation>
        </message>
        <message>
            <source>Left out…</source>
            <translation>Exclus…</translation>
        </message>
        <message>
            <source>Let alarms be heard again (Ctrl+Alt+M)</source>
            <translation>Faire de nouveau entendre les alarmes (Ctrl+Alt+M)</translation>
        </message>
        <message>
            <source>Mistakes…</source>
            <translation>Erreurs…</translation>
        </message>
        <message>
            <source>Poll now</source>
            <translation>Interroger</translation>
        </message>
        <message>
            <source>Show alarms</source>
            <translation>Voir les alarmes</translation>
        </message>
        <message>
            <source>Show all entries left out of the address list</source>
            <translation>Montrer toutes les entrées exclues de la liste d’adresses</translation>
        </message>
        <message>
            <source>Show all mistakes of the configuration</source>
            <translation>Montrer toutes les erreurs de la configuration</translation>
        </message>
        <message>
            <source>Show everything that is abnormal</source>
            <translation>Montrer tout ce qui est anormal</translation>
        </message>
        <message>
            <source>Silence</source>
            <translation>Faire taire</translation>
        </message>
        <message>
            <source>Silence the alarm sound (Ctrl+M)</source>
            <translation>Faire taire le son d’alarme (Ctrl+M)</translation>
        </message>
        <message>
            <source>These gateways are simulated: no real plant is watched.</source>
            <translation>Ces passerelles sont simulées : aucune installation réelle n’est surveillée.</translation>
        </message>
        <message>
            <source>Unmute</source>
            <translation>Rétablir le son</translation>
        </message>
        <message>
            <source>acknowledged {0} ago</source>
            <translation>acquittée il y a {0}</translation>
        </message>
        <message>
            <source>acknowledged {1} ago by {0}</source>
            <translation>acquittée il y a {1} par {0}</translation>
        </message>
        <message>
            <source>for {0} · {1}</source>
            <translation>depuis {0} · {1}</translation>
        </message>
        <message>
            <source>held until reset</source>
            <translation>mémorisée jusqu’au réarmement</translation>
        </message>
        <message>
            <source>over since {0} ({1})</source>
            <translation>disparue depuis {0} ({1})</translation>
        </message>
        <message>
            <source>over since {0} ({1}), held</source>
            <translation>disparue depuis {0} ({1}), mémorisée</translation>
        </message>
        <message>
            <source>since {0} ({1})</source>
            <translation>depuis {0} ({1})</translation>
        </message>
        <message>
            <source>{0} more lines</source>
            <translation>{0} lignes de plus</translation>
        </message>
        <message>
            <source>{0} more {1}</source>
            <translation>{0} de plus {1}</translation>
        </message>
        <message>
            <source>{0}: {1} not acknowledged of {2} that stand</source>
            <translation>{0} : {1} non acquittées sur {2} présentes</translation>
        </message>
        <message>
            <source>♪ Sound muted until {0} – alarms are shown, but not heard</source>
            <translation>♪ Son coupé jusqu’à {0} – les alarmes sont montrées, mais non entendues</translation>
        </message>
    </context>
    <context>
        <name>BannerList</name>
        <message>
            <source>Everything else that is abnormal</source>
            <translation>Tout ce qui est anormal par ailleurs</translation>
        </message>
    </context>
    <context>
        <name>Central</name>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
        <message>
            <source>Performance</source>
            <translation>Performance</translation>
        </message>
        <message>
            <source>Replay</source>
            <translation>Relecture</translation>
        </message>
        <message>
            <source>Supervision</source>
            <translation>Supervision</translation>
        </message>
        <message>
            <source>Trends</source>
            <translation>Tendances</translation>
        </message>
    </context>
    <context>
        <name>ChoicePage</name>
        <message>
            <source>&amp;Find the gateways on a network</source>
            <translation>&amp;Chercher les passerelles sur un réseau</translation>
        </message>
        <message>
            <source>A JSON or CSV file, or cells pasted from a spreadsheet.</source>
            <translation>Un fichier JSON ou CSV, ou des cellules collées d’un tableur.</translation>
        </message>
        <message>
            <source>Asks the addresses that you name, each once, a question that only reads.</source>
            <translation>Pose aux adresses indiquées, une fois chacune, une question qui ne fait que lire.</translation>
        </message>
        <message>
            <source>Eight simulated gateways, started at once. No real plant is touched.</source>
            <translation>Huit passerelles simulées, lancées aussitôt. Aucune installation réelle n’est touchée.</translation>
        </message>
        <message>
            <source>I have a &amp;list of gateways</source>
            <translation>J’ai une &amp;liste de passerelles</translation>
        </message>
        <message>
            <source>Look at the &amp;example fleet</source>
            <translation>Voir le parc d’&amp;exemple</translation>
        </message>
        <message>
            <source>There is no configuration yet. Nothing is asked until you say so.</source>
            <translation>Il n’y a pas encore de configuration. Rien n’est interrogé avant votre accord.</translation>
        </message>
        <message>
            <source>What shall be watched?</source>
            <translation>Que faut-il surveiller ?</translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message>
            <source>The window is behind this icon.</source>
            <translation>La fenêtre est derrière cette icône.</translation>
        </message>
        <message>
            <source>WatchDoge goes on watching</source>
            <translation>WatchDoge continue de surveiller</translation>
        </message>
    </context>
    <context>
        <name>Columns</name>
        <message>
            <source>&gt;3</source>
            <translation>&gt;3</translation>
        </message>
        <message>
            <source>Address of the gateway</source>
            <translation>Adresse de la passerelle</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Âge</translation>
        </message>
        <message>
            <source>Age of the last good answer</source>
            <translation>Âge de la dernière bonne réponse</translation>
        </message>
        <message>
            <source>Connections beyond the allowed three</source>
            <translation>Connexions au-delà des trois permises (checkplusde3)</translation>
        </message>
        <message>
            <source>Connections possible at once</source>
            <translation>Connexions simultanées possibles (multi_possible)</translation>
        </message>
        <message>
            <source>Disconnection</source>
            <translation>Déconnexion</translation>
        </message>
        <message>
            <source>Force disconnect</source>
            <translation>Forcer la déconnexion</translation>
        </message>
        <message>
            <source>Gateway</source>
            <translation>Passerelle</translation>
        </message>
        <message>
            <source>Last disconnection status</source>
            <translation>État de la dernière déconnexion</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Latence</translation>
        </message>
        <message>
            <source>Mean time of an answer</source>
            <translation>Temps moyen d’une réponse</translation>
        </message>
        <message>
            <source>Multi</source>
            <translation>Multi</translation>
        </message>
        <message>
            <source>PLC</source>
            <translation>Automate</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>State and its reason</source>
            <translation>État et sa raison</translation>
        </message>
        <message>
            <source>marbles</source>
            <translation>billes</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Command</source>
            <translation>Commande</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Commandes</translation>
        </message>
        <message>
            <source>Go to this PLC in the fleet</source>
            <translation>Aller à cet automate dans le parc</translation>
        </message>
        <message>
            <source>Nothing is called that. A few letters of a word are enough.</source>
            <translation>Rien ne porte ce nom. Quelques lettres d’un mot suffisent.</translation>
        </message>
        <message>
            <source>What do you want to do? A command, a screen, a PLC…</source>
            <translation>Que voulez-vous faire ? Une commande, un écran, un automate…</translation>
        </message>
        <message>
            <source>{0} found · ↑ ↓ choose · Enter do it · Esc close</source>
            <translation>Trouvé : {0} · ↑ ↓ choisir · Entrée exécuter · Échap fermer</translation>
        </message>
    </context>
    <context>
        <name>CommandRows</name>
        <message>
            <source>not available</source>
            <translation>non disponible</translation>
        </message>
        <message>
            <source>off</source>
            <translation>désactivé</translation>
        </message>
        <message>
            <source>on</source>
            <translation>activé</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>every alarm is acknowledged</source>
            <translation>toutes les alarmes sont acquittées</translation>
        </message>
        <message>
            <source>muted already</source>
            <translation>son déjà coupé</translation>
        </message>
        <message>
            <source>no PLC is selected</source>
            <translation>aucun automate choisi</translation>
        </message>
        <message>
            <source>no alarm is selected</source>
            <translation>aucune alarme choisie</translation>
        </message>
        <message>
            <source>no alarm it could act on</source>
            <translation>aucune alarme concernée</translation>
        </message>
        <message>
            <source>not muted</source>
            <translation>son non coupé</translation>
        </message>
        <message>
            <source>not possible now</source>
            <translation>impossible maintenant</translation>
        </message>
        <message>
            <source>nothing sounds</source>
            <translation>rien ne sonne</translation>
        </message>
        <message>
            <source>nothing to filter in sight</source>
            <translation>rien à filtrer à l’écran</translation>
        </message>
        <message>
            <source>only on the alarm screen</source>
            <translation>seulement sur l’écran des alarmes</translation>
        </message>
    </context>
    <context>
        <name>ConfigScreen</name>
        <message>
            <source>&amp;Open another…</source>
            <translation>&amp;Ouvrir un autre…</translation>
        </message>
        <message>
            <source>&amp;Retry</source>
            <translation>&amp;Réessayer</translation>
        </message>
        <message>
            <source>Choose another configuration file</source>
            <translation>Choisir un autre fichier de configuration</translation>
        </message>
        <message>
            <source>Configuration (*.json);;All files (*)</source>
            <translation>Configuration (*.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>File: {0}</source>
            <translation>Fichier : {0}</translation>
        </message>
        <message>
            <source>Open configuration</source>
            <translation>Ouvrir une configuration</translation>
        </message>
        <message>
            <source>Read the file again</source>
            <translation>Lire de nouveau le fichier</translation>
        </message>
        <message>
            <source>Start the &amp;example fleet</source>
            <translation>Lancer le parc d’&amp;exemple</translation>
        </message>
        <message>
            <source>The configuration cannot be used</source>
            <translation>La configuration est inutilisable</translation>
        </message>
        <message>
            <source>Watch a simulated fleet; no real plant is touched</source>
            <translation>Surveiller un parc simulé ; aucune installation réelle n’est touchée</translation>
        </message>
        <message>
            <source>WatchDoge – configuration</source>
            <translation>WatchDoge – configuration</translation>
        </message>
        <message>
            <source>◆ One thing is wrong:</source>
            <translation>◆ Une erreur :</translation>
        </message>
        <message>
            <source>◆ {0} things are wrong:</source>
            <translation>◆ {0} erreurs :</translation>
        </message>
    </context>
    <context>
        <name>ConfirmDisconnect</name>
        <message>
            <source>Disconnect</source>
            <translation>Déconnecter</translation>
        </message>
        <message>
            <source>Disconnect {0} PLCs</source>
            <translation>Déconnecter {0} automates</translation>
        </message>
        <message>
            <source>Disconnect {0} PLCs from the network?</source>
            <translation>Déconnecter {0} automates du réseau ?</translation>
        </message>
        <message>
            <source>Disconnect {0} from the network?</source>
            <translation>Déconnecter {0} du réseau ?</translation>
        </message>
        <message>
            <source>Each PLC is told once to leave the network, when the cycle under way has ended. This cannot be taken back from here: the PLCs come back by their own means.</source>
            <translation>Chaque automate reçoit une seule fois l’ordre de quitter le réseau, à la fin du cycle en cours. Cela ne peut pas être annulé d’ici : les automates reviennent par leurs propres moyens.</translation>
        </message>
        <message>
            <source>Force disconnect</source>
            <translation>Forcer la déconnexion</translation>
        </message>
        <message>
            <source>It is told once to leave the network, when the cycle under way has ended. This cannot be taken back from here: the PLC comes back by its own means.</source>
            <translation>Il reçoit une seule fois l’ordre de quitter le réseau, à la fin du cycle en cours. Cela ne peut pas être annulé d’ici : l’automate revient par ses propres moyens.</translation>
        </message>
        <message>
            <source>PLCs to be disconnected</source>
            <translation>Automates à déconnecter</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Copier</translation>
        </message>
        <message>
            <source>&amp;Dismiss</source>
            <translation>&amp;Écarter</translation>
        </message>
        <message>
            <source>&amp;Later</source>
            <translation>Plus &amp;tard</translation>
        </message>
        <message>
            <source>&amp;Save diagnostics…</source>
            <translation>&amp;Enregistrer le diagnostic…</translation>
        </message>
        <message>
            <source>Copy the report that is shown</source>
            <translation>Copier le rapport montré</translation>
        </message>
        <message>
            <source>Crash report</source>
            <translation>Rapport de plantage</translation>
        </message>
        <message>
            <source>Do not offer it again; the last ten reports are kept</source>
            <translation>Ne plus le proposer ; les dix derniers rapports sont gardés</translation>
        </message>
        <message>
            <source>It watches again now. The report says where it happened; passwords are taken out of it. It helps to send it to whoever looks after the program.</source>
            <translation>Il surveille de nouveau. Le rapport dit où c’est arrivé ; les mots de passe en sont retirés. Il est utile de l’envoyer à la personne qui s’occupe du programme.</translation>
        </message>
        <message>
            <source>Offer it again at the next start</source>
            <translation>Le proposer de nouveau au prochain démarrage</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>Save the reports, the log and the configuration without secrets in a file</source>
            <translation>Enregistrer les rapports, le journal et la configuration sans secrets dans un fichier</translation>
        </message>
        <message>
            <source>Text of the report</source>
            <translation>Texte du rapport</translation>
        </message>
        <message>
            <source>WatchDoge ended by a crash the last time</source>
            <translation>WatchDoge s’est terminé par un plantage la dernière fois</translation>
        </message>
        <message>
            <source>WatchDoge ended by a crash {0} times</source>
            <translation>WatchDoge s’est terminé {0} fois par un plantage</translation>
        </message>
        <message>
            <source>Which of the reports is shown</source>
            <translation>Lequel des rapports est montré</translation>
        </message>
    </context>
    <context>
        <name>Desktop</name>
        <message>
            <source>Another window watches {0} already: it was brought to the front where it answers</source>
            <translation>Une autre fenêtre surveille déjà {0} : elle a été mise au premier plan si elle répond</translation>
        </message>
        <message>
            <source>Save the settings or discard the changes first</source>
            <translation>Enregistrez d’abord les réglages, ou abandonnez les modifications</translation>
        </message>
    </context>
    <context>
        <name>Differences</name>
        <message>
            <source>+ Added</source>
            <translation>+ Ajouté</translation>
        </message>
        <message>
            <source>It says the same as the configuration in force.</source>
            <translation>Elle dit la même chose que la configuration en vigueur.</translation>
        </message>
        <message>
            <source>One option differs from the configuration in force.</source>
            <translation>Une option diffère de la configuration en vigueur.</translation>
        </message>
        <message>
            <source>{0} added</source>
            <translation>{0} ajoutés</translation>
        </message>
        <message>
            <source>{0} left out</source>
            <translation>{0} exclus</translation>
        </message>
        <message>
            <source>{0} moved</source>
            <translation>{0} déplacés</translation>
        </message>
        <message>
            <source>{0} options differ from the configuration in force.</source>
            <translation>{0} options diffèrent de la configuration en vigueur.</translation>
        </message>
        <message>
            <source>{0} removed</source>
            <translation>{0} enlevés</translation>
        </message>
        <message>
            <source>{0} stay as they are</source>
            <translation>{0} restent tels quels</translation>
        </message>
        <message>
            <source>→ Moved</source>
            <translation>→ Déplacé</translation>
        </message>
        <message>
            <source>− Removed</source>
            <translation>− Enlevé</translation>
        </message>
        <message>
            <source>◆ Left out</source>
            <translation>◆ Exclu</translation>
        </message>
    </context>
    <context>
        <name>Disconnection</name>
        <message>
            <source>It may have been disconnected.</source>
            <translation>Il a peut-être été déconnecté.</translation>
        </message>
        <message>
            <source>Waiting for the cycle's end</source>
            <translation>Attend la fin du cycle</translation>
        </message>
        <message>
            <source>disconnected</source>
            <translation>déconnecté</translation>
        </message>
        <message>
            <source>it may have been disconnected</source>
            <translation>il a peut-être été déconnecté</translation>
        </message>
        <message>
            <source>not confirmed: {0}</source>
            <translation>non confirmée : {0}</translation>
        </message>
        <message>
            <source>not sent: {0}</source>
            <translation>non envoyée : {0}</translation>
        </message>
        <message>
            <source>they may have been disconnected</source>
            <translation>ils ont peut-être été déconnectés</translation>
        </message>
        <message>
            <source>{0} disconnected: {1}</source>
            <translation>{0} déconnecté : {1}</translation>
        </message>
        <message>
            <source>{0} of {1} disconnected</source>
            <translation>{0} sur {1} déconnectés</translation>
        </message>
    </context>
    <context>
        <name>DropDesk</name>
        <message>
            <source>It would replace {0}; the old list is kept beside it as {1}.</source>
            <translation>Elle remplacerait {0} ; l’ancienne liste est gardée à côté comme {1}.</translation>
        </message>
        <message>
            <source>No entry of this list can be used.</source>
            <translation>Aucune entrée de cette liste n’est utilisable.</translation>
        </message>
        <message>
            <source>The addresses in force come from no file, so that none can be replaced.</source>
            <translation>Les adresses en vigueur ne viennent d’aucun fichier ; aucun ne peut donc être remplacé.</translation>
        </message>
    </context>
    <context>
        <name>DropPreview</name>
        <message>
            <source>What would change</source>
            <translation>Ce qui changerait</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>et {0} de plus</translation>
        </message>
    </context>
    <context>
        <name>DropPreviews</name>
        <message>
            <source>Address list</source>
            <translation>Liste d’adresses</translation>
        </message>
        <message>
            <source>Asked now at</source>
            <translation>Interrogé actuellement à</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Changement</translation>
        </message>
        <message>
            <source>Configuration</source>
            <translation>Configuration</translation>
        </message>
        <message>
            <source>File not used</source>
            <translation>Fichier non utilisé</translation>
        </message>
        <message>
            <source>In this file</source>
            <translation>Dans ce fichier</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Actuel</translation>
        </message>
        <message>
            <source>Open this configuration</source>
            <translation>Ouvrir cette configuration</translation>
        </message>
        <message>
            <source>Option</source>
            <translation>Option</translation>
        </message>
        <message>
            <source>PLC</source>
            <translation>Automate</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Endroit</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>Remède</translation>
        </message>
        <message>
            <source>Use this list</source>
            <translation>Utiliser cette liste</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Ce qui ne va pas</translation>
        </message>
        <message>
            <source>Would be asked at</source>
            <translation>Serait interrogé à</translation>
        </message>
        <message>
            <source>◆ This file cannot be used. Supervision goes on as before.</source>
            <translation>◆ Ce fichier est inutilisable. La supervision continue comme avant.</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>All values are old; poll now with F5.</source>
            <translation>Toutes les valeurs sont anciennes ; interroger avec F5.</translation>
        </message>
        <message>
            <source>Correct the entry in {0}.</source>
            <translation>Corriger l’entrée dans {0}.</translation>
        </message>
        <message>
            <source>Left out of the address list: {0}</source>
            <translation>Exclus de la liste d’adresses : {0}</translation>
        </message>
        <message>
            <source>No news for {0}</source>
            <translation>Aucune nouvelle depuis {0}</translation>
        </message>
        <message>
            <source>Nothing is sent twice; the next cycle goes on.</source>
            <translation>Rien n’est envoyé deux fois ; le prochain cycle poursuit.</translation>
        </message>
        <message>
            <source>Nothing new is asked; resume with Ctrl+P.</source>
            <translation>Rien n’est plus interrogé ; reprendre avec Ctrl+P.</translation>
        </message>
        <message>
            <source>Polling is paused</source>
            <translation>L’interrogation est en pause</translation>
        </message>
        <message>
            <source>Polling is paused – values as of {0} ago</source>
            <translation>L’interrogation est en pause – valeurs d’il y a {0}</translation>
        </message>
        <message>
            <source>Supervision goes on; check the log's folder and the room on its disk.</source>
            <translation>La supervision continue ; vérifier le dossier du fichier-journal et la place sur son disque.</translation>
        </message>
        <message>
            <source>The configuration has a mistake: {0}</source>
            <translation>La configuration a une erreur : {0}</translation>
        </message>
        <message>
            <source>The configuration has {0} mistakes: {1}</source>
            <translation>La configuration a {0} erreurs : {1}</translation>
        </message>
        <message>
            <source>The last good one stays in force until the file is right.</source>
            <translation>La dernière bonne reste en vigueur tant que le fichier n’est pas corrigé.</translation>
        </message>
        <message>
            <source>The log cannot be written: {0}</source>
            <translation>Le fichier-journal ne peut pas être écrit : {0}</translation>
        </message>
        <message>
            <source>Totals or disconnection not taken by {0}</source>
            <translation>Totaux ou déconnexion non pris par {0}</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>Beyond three</source>
            <translation>Plus de trois</translation>
        </message>
        <message>
            <source>Beyond three connections</source>
            <translation>Plus de trois connexions</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Connectés</translation>
        </message>
        <message>
            <source>Cycle</source>
            <translation>Cycle</translation>
        </message>
        <message>
            <source>Cycle {0}</source>
            <translation>Cycle {0}</translation>
        </message>
        <message>
            <source>Highest {0}</source>
            <translation>{0} maxi</translation>
        </message>
        <message>
            <source>Marbles · {0}</source>
            <translation>Billes · {0}</translation>
        </message>
        <message>
            <source>Sum of {0}</source>
            <translation>Somme de {0}</translation>
        </message>
        <message>
            <source>above its limit of {0}</source>
            <translation>au-dessus du seuil de {0}</translation>
        </message>
        <message>
            <source>above its limit of {0} · {1}</source>
            <translation>au-dessus du seuil de {0} · {1}</translation>
        </message>
        <message>
            <source>all answer</source>
            <translation>toutes répondent</translation>
        </message>
        <message>
            <source>all {0} gateways</source>
            <translation>toutes ({0})</translation>
        </message>
        <message>
            <source>as of {0} ago</source>
            <translation>d’il y a {0}</translation>
        </message>
        <message>
            <source>asking now</source>
            <translation>en cours</translation>
        </message>
        <message>
            <source>every gateway answers</source>
            <translation>toutes les passerelles répondent</translation>
        </message>
        <message>
            <source>limit {0}</source>
            <translation>seuil {0}</translation>
        </message>
        <message>
            <source>multi possible {0}{1}</source>
            <translation>multi possible {0}{1}</translation>
        </message>
        <message>
            <source>multi {0}</source>
            <translation>multi {0}</translation>
        </message>
        <message>
            <source>next in {0}</source>
            <translation>prochain dans {0}</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>pas encore connu</translation>
        </message>
        <message>
            <source>{0} above {1}</source>
            <translation>{0} au-dessus de {1}</translation>
        </message>
        <message>
            <source>{0} answer wrongly</source>
            <translation>{0} répondent mal</translation>
        </message>
        <message>
            <source>{0} answers wrongly</source>
            <translation>{0} répond mal</translation>
        </message>
        <message>
            <source>{0} lost</source>
            <translation>{0} perdus</translation>
        </message>
        <message>
            <source>{0} lost {1} ago</source>
            <translation>{0} perdu il y a {1}</translation>
        </message>
        <message>
            <source>{0} lost, {1} not well</source>
            <translation>{0} perdus, {1} anormaux</translation>
        </message>
        <message>
            <source>{0} skipped</source>
            <translation>{0} sautés</translation>
        </message>
        <message>
            <source>{0} without news</source>
            <translation>{0} sans nouvelles</translation>
        </message>
        <message>
            <source>{0} · age {1}</source>
            <translation>{0} · âge {1}</translation>
        </message>
        <message>
            <source>{0}, not judged</source>
            <translation>{0}, non jugé</translation>
        </message>
        <message>
            <source>◆ incomplete: {0} of {1}</source>
            <translation>◆ incomplet : {0} sur {1}</translation>
        </message>
        <message>
            <source>◆ not judged: {0} of {1} · so far {2}</source>
            <translation>◆ non jugé : {0} sur {1} · jusqu’ici {2}</translation>
        </message>
        <message>
            <source>◆ {0} of {1}</source>
            <translation>◆ {0} sur {1}</translation>
        </message>
        <message>
            <source>● paused</source>
            <translation>● en pause</translation>
        </message>
    </context>
    <context>
        <name>FileField</name>
        <message>
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Choisir un fichier</translation>
        </message>
        <message>
            <source>{0}: choose a file</source>
            <translation>{0} : choisir un fichier</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Configuration (*.json);;All files (*)</source>
            <translation>Configuration (*.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Export graphs</source>
            <translation>Exporter les graphiques</translation>
        </message>
        <message>
            <source>Graphs written to {0}</source>
            <translation>Graphiques écrits dans {0}</translation>
        </message>
        <message>
            <source>Not exported: {0}</source>
            <translation>Non exporté : {0}</translation>
        </message>
        <message>
            <source>Open configuration</source>
            <translation>Ouvrir une configuration</translation>
        </message>
    </context>
    <context>
        <name>Fleet</name>
        <message>
            <source>Disconnect</source>
            <translation>Déconnecter</translation>
        </message>
        <message>
            <source>Disconnects this PLC from the network, after a confirmation</source>
            <translation>Déconnecte cet automate du réseau, après une confirmation</translation>
        </message>
        <message>
            <source>Force disconnect</source>
            <translation>Forcer la déconnexion</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Waiting…</source>
            <translation>En attente…</translation>
        </message>
        <message>
            <source>last known value, {0} old</source>
            <translation>dernière valeur connue, âge {0}</translation>
        </message>
        <message>
            <source>{0}: no answer yet</source>
            <translation>{0} : pas encore de réponse</translation>
        </message>
    </context>
    <context>
        <name>FleetGrid</name>
        <message>
            <source>Fleet of PLCs</source>
            <translation>Parc d’automates</translation>
        </message>
    </context>
    <context>
        <name>FleetRows</name>
        <message>
            <source>No PLC matches the filter</source>
            <translation>Aucun automate ne répond au filtre</translation>
        </message>
        <message>
            <source>No gateways yet: waiting for the address list</source>
            <translation>Pas encore de passerelles : attente de la liste d’adresses</translation>
        </message>
    </context>
    <context>
        <name>FleetView</name>
        <message>
            <source>&amp;Columns</source>
            <translation>C&amp;olonnes</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Copier</translation>
        </message>
        <message>
            <source>Ask all gateways now (F5)</source>
            <translation>Interroger toutes les passerelles maintenant (F5)</translation>
        </message>
        <message>
            <source>Choose the columns of the table</source>
            <translation>Choisir les colonnes du tableau</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <source>Columns · {0} hidden</source>
            <translation>Colonnes · masquées : {0}</translation>
        </message>
        <message>
            <source>Disconnect the selected PLCs from the network (Ctrl+D)</source>
            <translation>Déconnecter du réseau les automates choisis (Ctrl+D)</translation>
        </message>
        <message>
            <source>Filter PLCs…</source>
            <translation>Filtrer les automates…</translation>
        </message>
        <message>
            <source>Filter the fleet</source>
            <translation>Filtrer le parc</translation>
        </message>
        <message>
            <source>Force &amp;disconnect…</source>
            <translation>Forcer la &amp;déconnexion…</translation>
        </message>
        <message>
            <source>Force disconnect…</source>
            <translation>Forcer la déconnexion…</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Pause or resume polling (Ctrl+P)</source>
            <translation>Suspendre ou reprendre l’interrogation (Ctrl+P)</translation>
        </message>
        <message>
            <source>Poll now</source>
            <translation>Interroger</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Words that occur in the name, address, state or reason (Ctrl+F)</source>
            <translation>Mots qui figurent dans le nom, l’adresse, l’état ou la raison (Ctrl+F)</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} sur {1}</translation>
        </message>
        <message>
            <source>{0} shown</source>
            <translation>montrés : {0}</translation>
        </message>
        <message>
            <source>{0} · sorted by {1}{2}</source>
            <translation>{0} · triés par {1}{2}</translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Go to the next field that is wrong (F8)</source>
            <translation>Aller au prochain champ erroné (F8)</translation>
        </message>
        <message>
            <source>Make it again (Ctrl+Shift+Z)</source>
            <translation>Le refaire (Ctrl+Maj+Z)</translation>
        </message>
        <message>
            <source>Next mistake</source>
            <translation>Erreur suivante</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Refaire</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Take the last change back (Ctrl+Z)</source>
            <translation>Annuler la dernière modification (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Write the file, and have the settings in force (Ctrl+S)</source>
            <translation>Écrire le fichier, et mettre les réglages en vigueur (Ctrl+S)</translation>
        </message>
        <message>
            <source>◆ One thing is wrong</source>
            <translation>◆ Une erreur</translation>
        </message>
        <message>
            <source>◆ {0} things are wrong</source>
            <translation>◆ {0} erreurs</translation>
        </message>
    </context>
    <context>
        <name>FoundGateways</name>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>Gateway</source>
            <translation>Passerelle</translation>
        </message>
        <message>
            <source>PLC</source>
            <translation>Automate</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>enter the PLC's name</source>
            <translation>entrer le nom de l’automate</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>exclue</translation>
        </message>
        <message>
            <source>longer than {0} characters</source>
            <translation>plus de {0} caractères</translation>
        </message>
        <message>
            <source>this name stands {0} times</source>
            <translation>ce nom figure {0} fois</translation>
        </message>
        <message>
            <source>watched</source>
            <translation>surveillée</translation>
        </message>
        <message>
            <source>will be watched</source>
            <translation>sera surveillée</translation>
        </message>
    </context>
    <context>
        <name>Front</name>
        <message>
            <source>No web browser could be started; the address is {0}</source>
            <translation>Aucun navigateur web n’a pu être lancé ; l’adresse est {0}</translation>
        </message>
        <message>
            <source>{0} replaced; the list before is kept as {1}</source>
            <translation>{0} remplacée ; la liste précédente est gardée sous {1}</translation>
        </message>
    </context>
    <context>
        <name>GuideContents</name>
        <message>
            <source>Contents of the guide</source>
            <translation>Sommaire du guide</translation>
        </message>
    </context>
    <context>
        <name>GuideText</name>
        <message>
            <source>Text of the guide</source>
            <translation>Texte du guide</translation>
        </message>
    </context>
    <context>
        <name>GuideWindow</name>
        <message>
            <source>Find in the guide</source>
            <translation>Chercher dans le guide</translation>
        </message>
        <message>
            <source>Find in the guide…</source>
            <translation>Chercher dans le guide…</translation>
        </message>
        <message>
            <source>Found in {0} places</source>
            <translation>Trouvé à {0} endroits</translation>
        </message>
        <message>
            <source>The guide did not come with this program.</source>
            <translation>Le guide n’a pas été livré avec ce programme.</translation>
        </message>
        <message>
            <source>WatchDoge – guide</source>
            <translation>WatchDoge – guide</translation>
        </message>
        <message>
            <source>Words that occur in the guide (Ctrl+F); Enter or F3 goes to the next place</source>
            <translation>Mots qui figurent dans le guide (Ctrl+F) ; Entrée ou F3 va à l’endroit suivant</translation>
        </message>
    </context>
    <context>
        <name>HelpCommands</name>
        <message>
            <source>Archive (*.zip)</source>
            <translation>Archive (*.zip)</translation>
        </message>
        <message>
            <source>Save diagnostics archive</source>
            <translation>Enregistrer l’archive de diagnostic</translation>
        </message>
    </context>
    <context>
        <name>HistoryCommands</name>
        <message>
            <source>No shift report: {0}</source>
            <translation>Pas de rapport de poste : {0}</translation>
        </message>
        <message>
            <source>Shift report written to {0}</source>
            <translation>Rapport de poste écrit dans {0}</translation>
        </message>
        <message>
            <source>Writing the shift report {0}…</source>
            <translation>Écriture du rapport de poste {0}…</translation>
        </message>
    </context>
    <context>
        <name>Housekeeping</name>
        <message>
            <source>A defect of the program was noted in the log; supervision goes on: {0}</source>
            <translation>Un défaut du programme a été noté dans le journal ; la supervision continue : {0}</translation>
        </message>
        <message>
            <source>Diagnostics written to {0}</source>
            <translation>Diagnostic écrit dans {0}</translation>
        </message>
        <message>
            <source>The example fleet has no configuration of its own: set up gateways first</source>
            <translation>Le parc d’exemple n’a pas de configuration propre : mettez d’abord des passerelles en place</translation>
        </message>
        <message>
            <source>There is no screen {0}: the first one is used until it comes</source>
            <translation>Il n’y a pas d’écran {0} : le premier est utilisé en attendant</translation>
        </message>
    </context>
    <context>
        <name>Journal</name>
        <message>
            <source>Acknowledged</source>
            <translation>Acquittée</translation>
        </message>
        <message>
            <source>Muted</source>
            <translation>Son coupé</translation>
        </message>
        <message>
            <source>No longer suppressed</source>
            <translation>N’est plus inhibée</translation>
        </message>
        <message>
            <source>On again</source>
            <translation>Rétabli</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Disparue</translation>
        </message>
        <message>
            <source>Over, held until acknowledged and reset</source>
            <translation>Disparue, mémorisée jusqu’à l’acquittement et au réarmement</translation>
        </message>
        <message>
            <source>Over, held until reset</source>
            <translation>Disparue, mémorisée jusqu’au réarmement</translation>
        </message>
        <message>
            <source>Over, not acknowledged yet</source>
            <translation>Disparue, pas encore acquittée</translation>
        </message>
        <message>
            <source>Pending: it waits for its delay</source>
            <translation>En temporisation</translation>
        </message>
        <message>
            <source>Priority now {0}</source>
            <translation>Priorité désormais {0}</translation>
        </message>
        <message>
            <source>Put in service</source>
            <translation>Remise en service</translation>
        </message>
        <message>
            <source>Raised – {0}</source>
            <translation>Apparue – {0}</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Réarmée</translation>
        </message>
        <message>
            <source>Shelved</source>
            <translation>Suspendue</translation>
        </message>
        <message>
            <source>Shelving ended</source>
            <translation>Suspension terminée</translation>
        </message>
        <message>
            <source>Silenced</source>
            <translation>Son arrêté</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Son</translation>
        </message>
        <message>
            <source>Suppressed, explained by {0}</source>
            <translation>Inhibée, expliquée par {0}</translation>
        </message>
        <message>
            <source>Taken out of service</source>
            <translation>Mise hors service</translation>
        </message>
        <message>
            <source>{0} until {1}</source>
            <translation>{0} jusqu’à {1}</translation>
        </message>
        <message>
            <source>{0}, unacknowledged again</source>
            <translation>{0}, de nouveau non acquittée</translation>
        </message>
    </context>
    <context>
        <name>JournalGrid</name>
        <message>
            <source>No entry matches the filter</source>
            <translation>Aucune entrée ne répond au filtre</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>Rien ne s’est encore passé</translation>
        </message>
    </context>
    <context>
        <name>KeyFigures</name>
        <message>
            <source>Key figures</source>
            <translation>Chiffres clés</translation>
        </message>
    </context>
    <context>
        <name>Kiosk</name>
        <message>
            <source>&amp;Leave</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>&amp;Stay</source>
            <translation>&amp;Rester</translation>
        </message>
        <message>
            <source>Leave the full screen display?</source>
            <translation>Quitter l’affichage plein écran ?</translation>
        </message>
        <message>
            <source>The watch goes on; the menus and the window's frame come back.</source>
            <translation>La surveillance continue ; les menus et le cadre de la fenêtre reviennent.</translation>
        </message>
    </context>
    <context>
        <name>LeftOutDialog</name>
        <message>
            <source>Entries left out of the address list</source>
            <translation>Entrées exclues de la liste d’adresses</translation>
        </message>
        <message>
            <source>Left out of the address list</source>
            <translation>Exclus de la liste d’adresses</translation>
        </message>
        <message>
            <source>These PLCs are not watched until their entries are right; the others are.</source>
            <translation>Ces automates ne sont pas surveillés tant que leurs entrées ne sont pas corrigées ; les autres le sont.</translation>
        </message>
    </context>
    <context>
        <name>Licences</name>
        <message>
            <source>Find a part or a licence</source>
            <translation>Chercher un composant ou une licence</translation>
        </message>
        <message>
            <source>Find a part or a licence…</source>
            <translation>Chercher un composant ou une licence…</translation>
        </message>
        <message>
            <source>Licence text</source>
            <translation>Texte de la licence</translation>
        </message>
        <message>
            <source>Parts of the program</source>
            <translation>Composants du programme</translation>
        </message>
        <message>
            <source>{0} (in {1})</source>
            <translation>{0} (dans {1})</translation>
        </message>
    </context>
    <context>
        <name>ListPage</name>
        <message>
            <source>&amp;Choose a file…</source>
            <translation>&amp;Choisir un fichier…</translation>
        </message>
        <message>
            <source>A JSON or CSV file with the PLCs' names and their gateways' addresses</source>
            <translation>Un fichier JSON ou CSV avec les noms des automates et les adresses de leurs passerelles</translation>
        </message>
        <message>
            <source>Address list</source>
            <translation>Liste d’adresses</translation>
        </message>
        <message>
            <source>Address list as text</source>
            <translation>Liste d’adresses comme texte</translation>
        </message>
        <message>
            <source>Address lists (*.json *.csv *.txt);;All files (*)</source>
            <translation>Listes d’adresses (*.json *.csv *.txt);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Gateways of the list</source>
            <translation>Passerelles de la liste</translation>
        </message>
        <message>
            <source>Lines with a name and an address become gateways here.</source>
            <translation>Les lignes avec un nom et une adresse deviennent ici des passerelles.</translation>
        </message>
        <message>
            <source>No entry yet.</source>
            <translation>Pas encore d’entrée.</translation>
        </message>
        <message>
            <source>One gateway can be watched</source>
            <translation>Une passerelle peut être surveillée</translation>
        </message>
        <message>
            <source>Paste the list here, or drop a file on this window.

API; RASP_catch
{0}</source>
            <translation>Coller la liste ici, ou déposer un fichier sur cette fenêtre.

API; RASP_catch
{0}</translation>
        </message>
        <message>
            <source>Your list of gateways</source>
            <translation>Votre liste de passerelles</translation>
        </message>
        <message>
            <source>{0} entries are left out</source>
            <translation>{0} entrées sont exclues</translation>
        </message>
        <message>
            <source>{0} gateways can be watched</source>
            <translation>{0} passerelles peuvent être surveillées</translation>
        </message>
        <message>
            <source>◆ {0}: {1}</source>
            <translation>◆ {0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>ListedGateways</name>
        <message>
            <source>Gateway</source>
            <translation>Passerelle</translation>
        </message>
        <message>
            <source>PLC</source>
            <translation>Automate</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>can be watched</source>
            <translation>peut être surveillée</translation>
        </message>
        <message>
            <source>left out: {0}</source>
            <translation>exclue : {0}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Reprendre</translation>
        </message>
        <message>
            <source>WatchDoge – supervision</source>
            <translation>WatchDoge – supervision</translation>
        </message>
    </context>
    <context>
        <name>MarblePlots</name>
        <message>
            <source>first {0} of {1} selected</source>
            <translation>{0} premiers sur {1} choisis</translation>
        </message>
        <message>
            <source>fleet total</source>
            <translation>total du parc</translation>
        </message>
        <message>
            <source>incomplete: {0} of {1}</source>
            <translation>incomplet : {0} sur {1}</translation>
        </message>
    </context>
    <context>
        <name>MarkedList</name>
        <message>
            <source>changed</source>
            <translation>modifié</translation>
        </message>
        <message>
            <source>wrong: {0}</source>
            <translation>erroné : {0}</translation>
        </message>
    </context>
    <context>
        <name>MeasureRow</name>
        <message>
            <source>Recommended: {0}</source>
            <translation>Recommandé : {0}</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;About</source>
            <translation>À &amp;propos</translation>
        </message>
        <message>
            <source>&amp;Acknowledge</source>
            <translation>&amp;Acquitter</translation>
        </message>
        <message>
            <source>&amp;Alarms</source>
            <translation>&amp;Alarmes</translation>
        </message>
        <message>
            <source>&amp;Commands…</source>
            <translation>&amp;Commandes…</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Copier</translation>
        </message>
        <message>
            <source>&amp;Diagnostics archive…</source>
            <translation>Archive de &amp;diagnostic…</translation>
        </message>
        <message>
            <source>&amp;Everything abnormal</source>
            <translation>Tout ce qui est &amp;anormal</translation>
        </message>
        <message>
            <source>&amp;Export list…</source>
            <translation>&amp;Exporter la liste…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <source>&amp;Filter</source>
            <translation>&amp;Filtrer</translation>
        </message>
        <message>
            <source>&amp;Graphs</source>
            <translation>&amp;Graphiques</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>&amp;Guide</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>Ai&amp;de</translation>
        </message>
        <message>
            <source>&amp;High contrast</source>
            <translation>Contraste &amp;élevé</translation>
        </message>
        <message>
            <source>&amp;Jump to PLC</source>
            <translation>Aller à l’auto&amp;mate</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Clair</translation>
        </message>
        <message>
            <source>&amp;Open configuration…</source>
            <translation>&amp;Ouvrir une configuration…</translation>
        </message>
        <message>
            <source>&amp;Out of service…</source>
            <translation>Mettre &amp;hors service…</translation>
        </message>
        <message>
            <source>&amp;PLC</source>
            <translation>A&amp;utomate</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>&amp;Reset</source>
            <translation>&amp;Réarmer</translation>
        </message>
        <message>
            <source>&amp;Reset layout</source>
            <translation>Rétablir la &amp;disposition</translation>
        </message>
        <message>
            <source>&amp;Shortcuts</source>
            <translation>&amp;Raccourcis</translation>
        </message>
        <message>
            <source>&amp;Silence</source>
            <translation>&amp;Faire taire</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Thème</translation>
        </message>
        <message>
            <source>&amp;Unshelve</source>
            <translation>&amp;Lever la suspension</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>Affic&amp;hage</translation>
        </message>
        <message>
            <source>A shift as PDF or HTML</source>
            <translation>Un poste en PDF ou HTML</translation>
        </message>
        <message>
            <source>Acknowledge the &amp;worst</source>
            <translation>Acquitter la &amp;plus grave</translation>
        </message>
        <message>
            <source>Acknowledge the alarm in the banner, no other</source>
            <translation>Acquitter l’alarme du bandeau, aucune autre</translation>
        </message>
        <message>
            <source>Acknowledge the selected alarms, or all on screen</source>
            <translation>Acquitter les alarmes choisies, ou toutes celles à l’écran</translation>
        </message>
        <message>
            <source>All shortcuts</source>
            <translation>Tous les raccourcis</translation>
        </message>
        <message>
            <source>All that helps to find a fault in one archive, without secrets</source>
            <translation>Tout ce qui aide à trouver un défaut en une archive, sans secrets</translation>
        </message>
        <message>
            <source>As the &amp;desktop</source>
            <translation>Comme le &amp;bureau</translation>
        </message>
        <message>
            <source>Ask all gateways now</source>
            <translation>Interroger toutes les passerelles maintenant</translation>
        </message>
        <message>
            <source>Back to &amp;live</source>
            <translation>Retour au di&amp;rect</translation>
        </message>
        <message>
            <source>Choose a configuration file</source>
            <translation>Choisir un fichier de configuration</translation>
        </message>
        <message>
            <source>Colours of the window (Ctrl+{0})</source>
            <translation>Couleurs de la fenêtre (Ctrl+{0})</translation>
        </message>
        <message>
            <source>Columns and sizes as they came</source>
            <translation>Colonnes et tailles d’origine</translation>
        </message>
        <message>
            <source>Copy the selected rows for a spreadsheet</source>
            <translation>Copier les lignes choisies pour un tableur</translation>
        </message>
        <message>
            <source>Dar&amp;k</source>
            <translation>&amp;Sombre</translation>
        </message>
        <message>
            <source>Disconnect the selected PLCs from the network</source>
            <translation>Déconnecter du réseau les automates choisis</translation>
        </message>
        <message>
            <source>End the program</source>
            <translation>Terminer le programme</translation>
        </message>
        <message>
            <source>Every option, explained</source>
            <translation>Toutes les options, expliquées</translation>
        </message>
        <message>
            <source>Export graphs as &amp;CSV…</source>
            <translation>Exporter les graphiques en &amp;CSV…</translation>
        </message>
        <message>
            <source>Export graphs as &amp;PNG…</source>
            <translation>Exporter les graphiques en &amp;PNG…</translation>
        </message>
        <message>
            <source>Export graphs as &amp;SVG…</source>
            <translation>Exporter les graphiques en &amp;SVG…</translation>
        </message>
        <message>
            <source>Export ta&amp;ble…</source>
            <translation>Exporter le ta&amp;bleau…</translation>
        </message>
        <message>
            <source>F&amp;ull screen</source>
            <translation>Plein &amp;écran</translation>
        </message>
        <message>
            <source>Fill the screen, or leave it</source>
            <translation>Remplir l’écran, ou le quitter</translation>
        </message>
        <message>
            <source>Find anything that can be done</source>
            <translation>Trouver tout ce qui peut être fait</translation>
        </message>
        <message>
            <source>Follow the newest values again</source>
            <translation>Suivre de nouveau les dernières valeurs</translation>
        </message>
        <message>
            <source>Force &amp;disconnect…</source>
            <translation>Forcer la &amp;déconnexion…</translation>
        </message>
        <message>
            <source>From a list, or by a scan</source>
            <translation>D’une liste, ou par une exploration</translation>
        </message>
        <message>
            <source>Go to this screen ({0})</source>
            <translation>Aller à cet écran ({0})</translation>
        </message>
        <message>
            <source>Hide for a time</source>
            <translation>Suspension temporaire (shelving)</translation>
        </message>
        <message>
            <source>Hide until put in service</source>
            <translation>Masquer jusqu’à la remise en service</translation>
        </message>
        <message>
            <source>L&amp;anguage</source>
            <translation>&amp;Langue</translation>
        </message>
        <message>
            <source>Let go of what is held</source>
            <translation>Libérer ce qui est mémorisé</translation>
        </message>
        <message>
            <source>Move it back an area</source>
            <translation>Le ramener d’une zone en arrière</translation>
        </message>
        <message>
            <source>Move the keyboard to the next area</source>
            <translation>Amener le clavier à la zone suivante</translation>
        </message>
        <message>
            <source>Ne&amp;xt area</source>
            <translation>&amp;Zone suivante</translation>
        </message>
        <message>
            <source>Nothing blinks; what is unacknowledged stays filled with colour</source>
            <translation>Rien ne clignote ; ce qui n’est pas acquitté reste rempli de couleur</translation>
        </message>
        <message>
            <source>Open the &amp;web view</source>
            <translation>Ouvrir la vue &amp;web</translation>
        </message>
        <message>
            <source>P&amp;olling</source>
            <translation>I&amp;nterrogation</translation>
        </message>
        <message>
            <source>Pause or resume polling</source>
            <translation>Suspendre ou reprendre l’interrogation</translation>
        </message>
        <message>
            <source>Poll &amp;now</source>
            <translation>&amp;Interroger maintenant</translation>
        </message>
        <message>
            <source>Pre&amp;vious area</source>
            <translation>Zone &amp;précédente</translation>
        </message>
        <message>
            <source>Put &amp;in service</source>
            <translation>Remettre en &amp;service</translation>
        </message>
        <message>
            <source>Reduce &amp;motion</source>
            <translation>Réduire les &amp;mouvements</translation>
        </message>
        <message>
            <source>S&amp;helve…</source>
            <translation>S&amp;uspendre…</translation>
        </message>
        <message>
            <source>Save as a drawing</source>
            <translation>Enregistrer comme dessin</translation>
        </message>
        <message>
            <source>Save the graphs as a picture</source>
            <translation>Enregistrer les graphiques comme image</translation>
        </message>
        <message>
            <source>Save the list in sight</source>
            <translation>Enregistrer la liste affichée</translation>
        </message>
        <message>
            <source>Save the numbers</source>
            <translation>Enregistrer les nombres</translation>
        </message>
        <message>
            <source>Save the table in sight as CSV or XLSX</source>
            <translation>Enregistrer en CSV ou XLSX le tableau affiché</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>&amp;Réglages…</translation>
        </message>
        <message>
            <source>Set &amp;up gateways…</source>
            <translation>&amp;Mettre en place des passerelles…</translation>
        </message>
        <message>
            <source>Shift &amp;report…</source>
            <translation>Rappor&amp;t de poste…</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Montrer de nouveau</translation>
        </message>
        <message>
            <source>Show again now</source>
            <translation>Montrer de nouveau dès maintenant</translation>
        </message>
        <message>
            <source>Show only some of the fleet</source>
            <translation>Ne montrer qu’une partie du parc</translation>
        </message>
        <message>
            <source>Show or hide the graphs</source>
            <translation>Montrer ou masquer les graphiques</translation>
        </message>
        <message>
            <source>Show the alarm's PLC in the fleet</source>
            <translation>Montrer dans le parc l’automate de l’alarme</translation>
        </message>
        <message>
            <source>Silence the alarm sound</source>
            <translation>Faire taire le son d’alarme</translation>
        </message>
        <message>
            <source>The plant in a web browser</source>
            <translation>L’installation dans un navigateur web</translation>
        </message>
        <message>
            <source>The user's guide, at the screen in sight</source>
            <translation>Le guide de l’utilisateur, à l’écran affiché</translation>
        </message>
        <message>
            <source>Unfold the banner</source>
            <translation>Déplier le bandeau</translation>
        </message>
        <message>
            <source>Versions and licences</source>
            <translation>Versions et licences</translation>
        </message>
        <message>
            <source>Words, numbers and dates (Ctrl+Alt+{0})</source>
            <translation>Mots, nombres et dates (Ctrl+Alt+{0})</translation>
        </message>
    </context>
    <context>
        <name>MistakeList</name>
        <message>
            <source>Mistakes of the configuration</source>
            <translation>Erreurs de la configuration</translation>
        </message>
    </context>
    <context>
        <name>MistakesDialog</name>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Copy the whole list as text</source>
            <translation>Copier toute la liste comme texte</translation>
        </message>
    </context>
    <context>
        <name>MistakesDialogs</name>
        <message>
            <source>Configuration</source>
            <translation>Configuration</translation>
        </message>
        <message>
            <source>Configuration not opened</source>
            <translation>Configuration non ouverte</translation>
        </message>
        <message>
            <source>The last good configuration stays in force until the file is right.</source>
            <translation>La dernière bonne configuration reste en vigueur tant que le fichier n’est pas corrigé.</translation>
        </message>
        <message>
            <source>This file was not opened: supervision goes on as before.</source>
            <translation>Ce fichier n’a pas été ouvert : la supervision continue comme avant.</translation>
        </message>
    </context>
    <context>
        <name>MixPanel</name>
        <message>
            <source>Priorities</source>
            <translation>Priorités</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>environ {0}</translation>
        </message>
        <message>
            <source>the tick marks the recommended share</source>
            <translation>le repère marque la part recommandée</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Screens</source>
            <translation>Écrans</translation>
        </message>
    </context>
    <context>
        <name>NavigationButton</name>
        <message>
            <source>{0} not acknowledged, the worst: {1}</source>
            <translation>{0} non acquittées, la plus grave : {1}</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Close this note</source>
            <translation>Fermer ce message</translation>
        </message>
        <message>
            <source>Leave what is under way</source>
            <translation>Abandonner ce qui est en cours</translation>
        </message>
    </context>
    <context>
        <name>Notifications</name>
        <message>
            <source>Alarm flood: {0} new alarms</source>
            <translation>Avalanche d’alarmes : {0} nouvelles</translation>
        </message>
        <message>
            <source>High alarm</source>
            <translation>Alarme haute</translation>
        </message>
        <message>
            <source>Low alarm</source>
            <translation>Alarme basse</translation>
        </message>
        <message>
            <source>Medium alarm</source>
            <translation>Alarme moyenne</translation>
        </message>
        <message>
            <source>The worst: {0}</source>
            <translation>La plus grave : {0}</translation>
        </message>
        <message>
            <source>{0} new alarms</source>
            <translation>{0} nouvelles alarmes</translation>
        </message>
    </context>
    <context>
        <name>OptionRow</name>
        <message>
            <source>Back to the default</source>
            <translation>Revenir à la valeur par défaut</translation>
        </message>
        <message>
            <source>Back to the default: {0}</source>
            <translation>Revenir à la valeur par défaut : {0}</translation>
        </message>
        <message>
            <source>Changed, and not saved yet</source>
            <translation>Modifié, et pas encore enregistré</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Défaut</translation>
        </message>
        <message>
            <source>Something must be entered here</source>
            <translation>Quelque chose doit être entré ici</translation>
        </message>
    </context>
    <context>
        <name>PageCommands</name>
        <message>
            <source>{0} is not in the fleet any more</source>
            <translation>{0} n’est plus dans le parc</translation>
        </message>
    </context>
    <context>
        <name>PartsField</name>
        <message>
            <source>Circuit {0}</source>
            <translation>Circuit {0}</translation>
        </message>
        <message>
            <source>{0}, circuit {1}</source>
            <translation>{0}, circuit {1}</translation>
        </message>
    </context>
    <context>
        <name>Performance</name>
        <message>
            <source>A flood begins above ten alarms per operator in ten minutes and ends below five (ISA-18.2).</source>
            <translation>Une avalanche commence au-dessus de dix alarmes par opérateur en dix minutes et finit au-dessous de cinq (ISA-18.2).</translation>
        </message>
        <message>
            <source>Active and in sight now (EEMUA 191).</source>
            <translation>Actives et visibles actuellement (EEMUA 191).</translation>
        </message>
        <message>
            <source>Active for more than a day: nobody acts on them any more (ISA-18.2, IEC 62682).</source>
            <translation>Actives depuis plus d’un jour : plus personne ne s’en occupe (ISA-18.2, CEI 62682).</translation>
        </message>
        <message>
            <source>Address list cannot be read</source>
            <translation>Liste d’adresses illisible</translation>
        </message>
        <message>
            <source>Alarms cannot be recorded</source>
            <translation>Enregistrement des alarmes impossible</translation>
        </message>
        <message>
            <source>Alarms per 10 minutes</source>
            <translation>Alarmes par 10 minutes</translation>
        </message>
        <message>
            <source>Average per operator. About one leaves time to act on each alarm (some 150 a day), two are the most that can be managed (ISA-18.2, IEC 62682).</source>
            <translation>Moyenne par opérateur. Une environ laisse le temps d’agir sur chaque alarme (quelque 150 par jour), deux sont le maximum gérable (ISA-18.2, CEI 62682).</translation>
        </message>
        <message>
            <source>Busiest 10 minutes</source>
            <translation>10 minutes les plus chargées</translation>
        </message>
        <message>
            <source>Chattering alarms</source>
            <translation>Alarmes bagotantes</translation>
        </message>
        <message>
            <source>Cycle longer than its interval</source>
            <translation>Cycle plus long que sa période</translation>
        </message>
        <message>
            <source>Disk nearly full</source>
            <translation>Disque presque plein</translation>
        </message>
        <message>
            <source>Every figure as recommended</source>
            <translation>Tous les chiffres sont conformes</translation>
        </message>
        <message>
            <source>Fleeting alarms</source>
            <translation>Alarmes fugitives</translation>
        </message>
        <message>
            <source>Floods</source>
            <translation>Avalanches</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>Pour information</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Bon</translation>
        </message>
        <message>
            <source>Hidden alarms</source>
            <translation>Alarmes masquées</translation>
        </message>
        <message>
            <source>How long it lasted.</source>
            <translation>Sa durée.</translation>
        </message>
        <message>
            <source>How many there were.</source>
            <translation>Leur nombre.</translation>
        </message>
        <message>
            <source>If much is of high priority, nothing is. Up to twice the recommended share is tolerable (shares by ISA-18.2, EEMUA 191).</source>
            <translation>Si beaucoup d’alarmes sont prioritaires, aucune ne l’est. Jusqu’au double de la part recommandée est tolérable (parts selon ISA-18.2, EEMUA 191).</translation>
        </message>
        <message>
            <source>Longest flood</source>
            <translation>Plus longue avalanche</translation>
        </message>
        <message>
            <source>Low / medium / high</source>
            <translation>Basse / moyenne / haute</translation>
        </message>
        <message>
            <source>Marbles of circuit {0} not as expected</source>
            <translation>Billes du circuit {0} non conformes</translation>
        </message>
        <message>
            <source>Mean, from when an alarm was shown until somebody took notice.</source>
            <translation>Moyenne, de l’apparition d’une alarme jusqu’à ce que quelqu’un en prenne acte.</translation>
        </message>
        <message>
            <source>No data</source>
            <translation>Sans données</translation>
        </message>
        <message>
            <source>Not every PLC is connected</source>
            <translation>Tous les automates ne sont pas connectés</translation>
        </message>
        <message>
            <source>Nothing to judge yet</source>
            <translation>Rien à juger pour l’instant</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Dépassé</translation>
        </message>
        <message>
            <source>Over within a minute, before anyone acknowledged; an on-delay cures it (ISA-18.2).</source>
            <translation>Disparues en moins d’une minute, avant tout acquittement ; une temporisation à l’apparition y remédie (ISA-18.2).</translation>
        </message>
        <message>
            <source>Per operator, in the worst ten minutes, wherever they begin (ISA-18.2, EEMUA 191).</source>
            <translation>Par opérateur, dans les dix pires minutes, où qu’elles commencent (ISA-18.2, EEMUA 191).</translation>
        </message>
        <message>
            <source>Periods above 10 alarms</source>
            <translation>Périodes à plus de 10 alarmes</translation>
        </message>
        <message>
            <source>Raised three times or more within a minute; a deadband or a delay cures it (ISA-18.2).</source>
            <translation>Apparues trois fois ou plus en une minute ; une bande morte ou une temporisation y remédie (ISA-18.2).</translation>
        </message>
        <message>
            <source>Readings cannot be recorded</source>
            <translation>Enregistrement des mesures impossible</translation>
        </message>
        <message>
            <source>Several gateways lost at once</source>
            <translation>Plusieurs passerelles perdues à la fois</translation>
        </message>
        <message>
            <source>Share of ten-minute periods with more than ten alarms per operator (ISA-18.2, IEC 62682).</source>
            <translation>Part des périodes de dix minutes à plus de dix alarmes par opérateur (ISA-18.2, CEI 62682).</translation>
        </message>
        <message>
            <source>Share of the ten worst</source>
            <translation>Part des dix pires</translation>
        </message>
        <message>
            <source>Sound lost</source>
            <translation>Son perdu</translation>
        </message>
        <message>
            <source>Stale alarms</source>
            <translation>Alarmes persistantes</translation>
        </message>
        <message>
            <source>Standing alarms</source>
            <translation>Alarmes présentes</translation>
        </message>
        <message>
            <source>Sum of {0}</source>
            <translation>Somme de {0}</translation>
        </message>
        <message>
            <source>Suppressed by design, shelved or out of service now.</source>
            <translation>Inhibées par conception, suspendues ou hors service actuellement.</translation>
        </message>
        <message>
            <source>Time in flood</source>
            <translation>Temps en avalanche</translation>
        </message>
        <message>
            <source>Time of day jumped</source>
            <translation>Saut de l’heure</translation>
        </message>
        <message>
            <source>Time to acknowledge</source>
            <translation>Délai d’acquittement</translation>
        </message>
        <message>
            <source>Tolerable</source>
            <translation>Tolérable</translation>
        </message>
        <message>
            <source>Too many connections on circuit {0}</source>
            <translation>Trop de connexions sur le circuit {0}</translation>
        </message>
        <message>
            <source>What the ten most frequent alarms have in all; few bad ones make most of the noise (ISA-18.2). Of fewer than 200 different alarms ten always have more than 5 %, which judges nothing.</source>
            <translation>Part des dix alarmes les plus fréquentes ; quelques mauvaises font l’essentiel du bruit (ISA-18.2). Parmi moins de 200 alarmes différentes, dix font toujours plus de 5 %, ce qui ne juge rien.</translation>
        </message>
        <message>
            <source>about 1, at most 2</source>
            <translation>environ 1, au plus 2</translation>
        </message>
        <message>
            <source>about 1{0}%, at most 5{0}%</source>
            <translation>environ 1{0}%, au plus 5{0}%</translation>
        </message>
        <message>
            <source>about 80 / 15 / 5{0}%</source>
            <translation>environ 80 / 15 / 5{0}%</translation>
        </message>
        <message>
            <source>above 10 in ten minutes, until below 5</source>
            <translation>de plus de 10 en dix minutes à moins de 5</translation>
        </message>
        <message>
            <source>active and in sight now</source>
            <translation>actives et visibles actuellement</translation>
        </message>
        <message>
            <source>active for more than a day</source>
            <translation>actives depuis plus d’un jour</translation>
        </message>
        <message>
            <source>answers slowly</source>
            <translation>répond lentement</translation>
        </message>
        <message>
            <source>answers wrongly</source>
            <translation>répond mal</translation>
        </message>
        <message>
            <source>at most 10</source>
            <translation>au plus 10</translation>
        </message>
        <message>
            <source>average per operator</source>
            <translation>moyenne par opérateur</translation>
        </message>
        <message>
            <source>comes and goes</source>
            <translation>intermittent</translation>
        </message>
        <message>
            <source>connected after its disconnection</source>
            <translation>connecté après sa déconnexion</translation>
        </message>
        <message>
            <source>fewer than 10</source>
            <translation>moins de 10</translation>
        </message>
        <message>
            <source>fewer than 5</source>
            <translation>moins de 5</translation>
        </message>
        <message>
            <source>judged from 200 different alarms on</source>
            <translation>jugé à partir de 200 alarmes différentes</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>perdu</translation>
        </message>
        <message>
            <source>mean, until somebody took notice</source>
            <translation>moyenne, jusqu’à la prise d’acte</translation>
        </message>
        <message>
            <source>most frequent ones in all alarms</source>
            <translation>les plus fréquentes parmi toutes</translation>
        </message>
        <message>
            <source>no alarm was presented</source>
            <translation>aucune alarme présentée</translation>
        </message>
        <message>
            <source>none was acknowledged</source>
            <translation>aucune acquittée</translation>
        </message>
        <message>
            <source>one flood of {0}</source>
            <translation>une avalanche de {0}</translation>
        </message>
        <message>
            <source>over within a minute, unacknowledged</source>
            <translation>disparues en une minute, non acquittées</translation>
        </message>
        <message>
            <source>per operator, wherever they begin</source>
            <translation>par opérateur, où qu’elles commencent</translation>
        </message>
        <message>
            <source>priorities of all alarms</source>
            <translation>priorités de toutes les alarmes</translation>
        </message>
        <message>
            <source>share of all ten-minute periods</source>
            <translation>part des périodes de dix minutes</translation>
        </message>
        <message>
            <source>suppressed, shelved or out of service</source>
            <translation>inhibées, suspendues ou hors service</translation>
        </message>
        <message>
            <source>three times within a minute</source>
            <translation>trois fois en une minute</translation>
        </message>
        <message>
            <source>told after 10 minutes of journal</source>
            <translation>après 10 minutes de journal</translation>
        </message>
        <message>
            <source>told after a day of journal</source>
            <translation>après un jour de journal</translation>
        </message>
        <message>
            <source>told from 20 alarms on</source>
            <translation>à partir de 20 alarmes</translation>
        </message>
        <message>
            <source>under 1{0}%</source>
            <translation>moins de 1{0}%</translation>
        </message>
        <message>
            <source>{0} floods, the longest {1}</source>
            <translation>{0} avalanches, la plus longue {1}</translation>
        </message>
        <message>
            <source>{0} high</source>
            <translation>{0} : seuil haut</translation>
        </message>
        <message>
            <source>{0} in all · {1} a day per operator</source>
            <translation>{0} en tout · {1} par jour et opérateur</translation>
        </message>
        <message>
            <source>{0} low</source>
            <translation>{0} : seuil bas</translation>
        </message>
        <message>
            <source>{0} of {1} figures beyond what is recommended</source>
            <translation>Hors recommandation : {0} sur {1}</translation>
        </message>
        <message>
            <source>{0} of {1} figures tolerable, none over</source>
            <translation>Tolérable : {0} sur {1}, aucun dépassé</translation>
        </message>
        <message>
            <source>{0} suppressed · {1} shelved · {2} out of service</source>
            <translation>{0} inhibées · {1} suspendues · {2} hors service</translation>
        </message>
    </context>
    <context>
        <name>PerformanceChart</name>
        <message>
            <source>1 alarm</source>
            <translation>1 alarme</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
        <message>
            <source>at most {0}</source>
            <translation>au plus {0}</translation>
        </message>
        <message>
            <source>busiest 10 minutes of each hour</source>
            <translation>10 minutes les plus chargées de chaque heure</translation>
        </message>
        <message>
            <source>busiest 10 minutes of every {0} hours</source>
            <translation>10 minutes les plus chargées par tranche de {0} heures</translation>
        </message>
        <message>
            <source>no journal of this time yet</source>
            <translation>pas encore de journal pour ce temps</translation>
        </message>
        <message>
            <source>per 10 minutes</source>
            <translation>par 10 minutes</translation>
        </message>
        <message>
            <source>shaded: flood</source>
            <translation>grisé : avalanche</translation>
        </message>
        <message>
            <source>the highest cut, their figures above</source>
            <translation>les plus hautes coupées, chiffre au-dessus</translation>
        </message>
        <message>
            <source>{0} alarms</source>
            <translation>{0} alarmes</translation>
        </message>
        <message>
            <source>◆ coloured above the limit</source>
            <translation>◆ en couleur au-dessus du seuil</translation>
        </message>
    </context>
    <context>
        <name>PerformanceCommands</name>
        <message>
            <source>Alarms cannot be measured: {0}</source>
            <translation>Les alarmes ne peuvent pas être mesurées : {0}</translation>
        </message>
        <message>
            <source>Export alarm performance</source>
            <translation>Exporter la performance des alarmes</translation>
        </message>
    </context>
    <context>
        <name>PerformanceScreen</name>
        <message>
            <source>1 operator</source>
            <translation>1 opérateur</translation>
        </message>
        <message>
            <source>24 h</source>
            <translation>24 h</translation>
        </message>
        <message>
            <source>30 d</source>
            <translation>30 j</translation>
        </message>
        <message>
            <source>7 d</source>
            <translation>7 j</translation>
        </message>
        <message>
            <source>8 h</source>
            <translation>8 h</translation>
        </message>
        <message>
            <source>Alarm performance</source>
            <translation>Performance des alarmes</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Span of time up to now</source>
            <translation>Durée jusqu’à maintenant</translation>
        </message>
        <message>
            <source>{0} operators</source>
            <translation>{0} opérateurs</translation>
        </message>
    </context>
    <context>
        <name>PerformanceTable</name>
        <message>
            <source>Measures</source>
            <translation>Mesures</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>Recommandé</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
    </context>
    <context>
        <name>Phrasebook</name>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
        <message>
            <source>{0}; {1}</source>
            <translation>{0} ; {1}</translation>
        </message>
    </context>
    <context>
        <name>Phrases</name>
        <message>
            <source>and {0} more</source>
            <translation>et {0} de plus</translation>
        </message>
    </context>
    <context>
        <name>PlotHead</name>
        <message>
            <source>&amp;Export graphs</source>
            <translation>&amp;Exporter les graphiques</translation>
        </message>
        <message>
            <source>2 h</source>
            <translation>2 h</translation>
        </message>
        <message>
            <source>30 min</source>
            <translation>30 min</translation>
        </message>
        <message>
            <source>5 min</source>
            <translation>5 min</translation>
        </message>
        <message>
            <source>8 h</source>
            <translation>8 h</translation>
        </message>
        <message>
            <source>Back to live</source>
            <translation>Retour au direct</translation>
        </message>
        <message>
            <source>Export graphs</source>
            <translation>Exporter les graphiques</translation>
        </message>
        <message>
            <source>Follow the newest values again (Ctrl+L)</source>
            <translation>Suivre de nouveau les dernières valeurs (Ctrl+L)</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Direct</translation>
        </message>
        <message>
            <source>Marbles</source>
            <translation>Billes</translation>
        </message>
        <message>
            <source>Save the graphs as PNG, SVG or CSV</source>
            <translation>Enregistrer les graphiques en PNG, SVG ou CSV</translation>
        </message>
        <message>
            <source>Span of time in view</source>
            <translation>Durée affichée</translation>
        </message>
        <message>
            <source>fleet totals</source>
            <translation>totaux du parc</translation>
        </message>
        <message>
            <source>totals</source>
            <translation>totaux</translation>
        </message>
    </context>
    <context>
        <name>PlotLegend</name>
        <message>
            <source>Curve of {0}</source>
            <translation>Courbe de {0}</translation>
        </message>
        <message>
            <source>{0}: click to hide or show its curve</source>
            <translation>{0} : cliquer pour masquer ou montrer sa courbe</translation>
        </message>
    </context>
    <context>
        <name>Quiet</name>
        <message>
            <source>1 active alarm is hidden: shelved, suppressed or out of service</source>
            <translation>1 alarme active est masquée : suspendue, inhibée ou hors service</translation>
        </message>
        <message>
            <source>All well – the gateway answers</source>
            <translation>Tout va bien – la passerelle répond</translation>
        </message>
        <message>
            <source>All well – {0} gateways answer</source>
            <translation>Tout va bien – {0} passerelles répondent</translation>
        </message>
        <message>
            <source>HIDDEN</source>
            <translation>MASQUÉES</translation>
        </message>
        <message>
            <source>NO ALARM</source>
            <translation>AUCUNE ALARME</translation>
        </message>
        <message>
            <source>No alarm, but {0} of {1} gateways are not well: see the fleet</source>
            <translation>Aucune alarme, mais {0} passerelles sur {1} vont mal : voir le parc</translation>
        </message>
        <message>
            <source>No gateways yet: waiting for the address list</source>
            <translation>Pas encore de passerelles : attente de la liste d’adresses</translation>
        </message>
        <message>
            <source>WAITING</source>
            <translation>ATTENTE</translation>
        </message>
        <message>
            <source>WELL</source>
            <translation>NORMAL</translation>
        </message>
        <message>
            <source>Waiting for new answers – values as of {0} ago</source>
            <translation>Attente de nouvelles réponses – valeurs d’il y a {0}</translation>
        </message>
        <message>
            <source>Waiting for the first answers of {0} gateways</source>
            <translation>Attente des premières réponses de {0} passerelles</translation>
        </message>
        <message>
            <source>{0} active alarms are hidden: shelved, suppressed or out of service</source>
            <translation>{0} alarmes actives sont masquées : suspendues, inhibées ou hors service</translation>
        </message>
        <message>
            <source>{0} of {1} gateways have answered so far</source>
            <translation>{0} passerelles sur {1} ont répondu jusqu’ici</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>For how long</source>
            <translation>Pour combien de temps</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motif</translation>
        </message>
        <message>
            <source>Reason (it stands in the journal)</source>
            <translation>Motif (inscrit au journal)</translation>
        </message>
    </context>
    <context>
        <name>Replay</name>
        <message>
            <source>End of the recording</source>
            <translation>Fin de l’enregistrement</translation>
        </message>
        <message>
            <source>No earlier alarm</source>
            <translation>Pas d’alarme antérieure</translation>
        </message>
        <message>
            <source>No later alarm</source>
            <translation>Pas d’alarme ultérieure</translation>
        </message>
        <message>
            <source>Nothing recorded from {0} to {1} ({2}): jumped over</source>
            <translation>Rien d’enregistré de {0} à {1} ({2}) : sauté</translation>
        </message>
        <message>
            <source>REPLAY – not live</source>
            <translation>RELECTURE – pas en direct</translation>
        </message>
        <message>
            <source>REPLAY – {0} – not live</source>
            <translation>RELECTURE – {0} – pas en direct</translation>
        </message>
    </context>
    <context>
        <name>ReplayScreen</name>
        <message>
            <source>Back to live</source>
            <translation>Retour au direct</translation>
        </message>
        <message>
            <source>Leave the replay (Esc)</source>
            <translation>Quitter la relecture (Échap)</translation>
        </message>
        <message>
            <source>Read the recording again</source>
            <translation>Lire de nouveau l’enregistrement</translation>
        </message>
        <message>
            <source>Reading the recording…</source>
            <translation>Lecture de l’enregistrement…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>{0} was not in the fleet then</source>
            <translation>{0} n’était pas dans le parc alors</translation>
        </message>
        <message>
            <source>▲ LIVE NOW: {0}</source>
            <translation>▲ EN DIRECT : {0}</translation>
        </message>
        <message>
            <source>◆ The recording cannot be read: {0}</source>
            <translation>◆ L’enregistrement ne peut pas être lu : {0}</translation>
        </message>
    </context>
    <context>
        <name>ReplayStrip</name>
        <message>
            <source>Back to live</source>
            <translation>Retour au direct</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>Aller</translation>
        </message>
        <message>
            <source>How many times as fast as it was</source>
            <translation>Combien de fois plus vite que l’original</translation>
        </message>
        <message>
            <source>Instant to go to</source>
            <translation>Instant où aller</translation>
        </message>
        <message>
            <source>Leave the replay (Esc)</source>
            <translation>Quitter la relecture (Échap)</translation>
        </message>
        <message>
            <source>Let the alarms of the replay be heard, too</source>
            <translation>Faire aussi entendre les alarmes de la relecture</translation>
        </message>
        <message>
            <source>Next alarm</source>
            <translation>Alarme suivante</translation>
        </message>
        <message>
            <source>One cycle back</source>
            <translation>Un cycle en arrière</translation>
        </message>
        <message>
            <source>One cycle on</source>
            <translation>Un cycle en avant</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Lecture</translation>
        </message>
        <message>
            <source>Previous alarm</source>
            <translation>Alarme précédente</translation>
        </message>
        <message>
            <source>Show the plant as it stood at this instant (Enter)</source>
            <translation>Montrer l’installation telle qu’elle était à cet instant (Entrée)</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Son</translation>
        </message>
        <message>
            <source>Speed of the replay</source>
            <translation>Vitesse de relecture</translation>
        </message>
        <message>
            <source>The instant to go to (Enter); up and down change the part at the cursor</source>
            <translation>L’instant où aller (Entrée) ; haut et bas changent la partie sous le curseur</translation>
        </message>
    </context>
    <context>
        <name>ReplayTabs</name>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
        <message>
            <source>Alarms: {0} were not acknowledged</source>
            <translation>Alarmes : {0} n’étaient pas acquittées</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>Installation</translation>
        </message>
    </context>
    <context>
        <name>ReplayTimeLine</name>
        <message>
            <source>Time line of the replay</source>
            <translation>Ligne de temps de la relecture</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>et {0} de plus</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>&amp;Genre</translation>
        </message>
        <message>
            <source>&amp;Span</source>
            <translation>&amp;Durée</translation>
        </message>
        <message>
            <source>&amp;To</source>
            <translation>&amp;À</translation>
        </message>
        <message>
            <source>Browse...</source>
            <translation>Parcourir...</translation>
        </message>
        <message>
            <source>F&amp;rom</source>
            <translation>D&amp;e</translation>
        </message>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>From ... to ...</source>
            <translation>De ... à ...</translation>
        </message>
        <message>
            <source>HTML, for the browser</source>
            <translation>HTML, pour le navigateur</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Genre de fichier</translation>
        </message>
        <message>
            <source>Last shift (8 h)</source>
            <translation>Dernier poste (8 h)</translation>
        </message>
        <message>
            <source>Name a file that ends in .pdf or .html.</source>
            <translation>Indiquer un fichier qui finit par .pdf ou .html.</translation>
        </message>
        <message>
            <source>PDF, for paper</source>
            <translation>PDF, pour le papier</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>Rapport de poste</translation>
        </message>
        <message>
            <source>Span of the report</source>
            <translation>Durée du rapport</translation>
        </message>
        <message>
            <source>The kind of file that is written</source>
            <translation>Le genre de fichier écrit</translation>
        </message>
        <message>
            <source>The shift ends before it begins.</source>
            <translation>Le poste finit avant de commencer.</translation>
        </message>
        <message>
            <source>The shift has not begun yet.</source>
            <translation>Le poste n’a pas encore commencé.</translation>
        </message>
        <message>
            <source>The span of time the report tells of</source>
            <translation>La durée dont parle le rapport</translation>
        </message>
        <message>
            <source>There is no such folder: {0}</source>
            <translation>Ce dossier n’existe pas : {0}</translation>
        </message>
        <message>
            <source>This file is there already, and will be replaced.</source>
            <translation>Ce fichier existe déjà, et sera remplacé.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>À</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Write report</source>
            <translation>Écrire le rapport</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Hier</translation>
        </message>
    </context>
    <context>
        <name>RequestsPage</name>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Add a request</source>
            <translation>Ajouter une requête</translation>
        </message>
        <message>
            <source>Add a request like the chosen one</source>
            <translation>Ajouter une requête comme celle choisie</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Descendre</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Dupliquer</translation>
        </message>
        <message>
            <source>No request beyond the plant's own questions. “Add” begins one.</source>
            <translation>Aucune requête en plus des questions de l’installation. « Ajouter » en commence une.</translation>
        </message>
        <message>
            <source>One place earlier: the order is that of the table's columns</source>
            <translation>Une place plus tôt : l’ordre est celui des colonnes du tableau</translation>
        </message>
        <message>
            <source>One place later: the order is that of the table's columns</source>
            <translation>Une place plus tard : l’ordre est celui des colonnes du tableau</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Enlever</translation>
        </message>
        <message>
            <source>Remove the chosen request; undo brings it back</source>
            <translation>Enlever la requête choisie ; annuler la ramène</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Monter</translation>
        </message>
    </context>
    <context>
        <name>ScanPage</name>
        <message>
            <source>&amp;Look for gateways</source>
            <translation>&amp;Chercher des passerelles</translation>
        </message>
        <message>
            <source>&amp;Ports</source>
            <translation>&amp;Ports</translation>
        </message>
        <message>
            <source>192.168.1.0/24 or 192.168.1.10-50</source>
            <translation>192.168.1.0/24 ou 192.168.1.10-50</translation>
        </message>
        <message>
            <source>A network of this machine: fill it in</source>
            <translation>Un réseau de cette machine : l’inscrire</translation>
        </message>
        <message>
            <source>Addr&amp;esses</source>
            <translation>Adr&amp;esses</translation>
        </message>
        <message>
            <source>Cance&amp;l the scan</source>
            <translation>Annu&amp;ler l’exploration</translation>
        </message>
        <message>
            <source>Choose &amp;all</source>
            <translation>&amp;Tout choisir</translation>
        </message>
        <message>
            <source>Choose n&amp;one</source>
            <translation>Ne &amp;rien choisir</translation>
        </message>
        <message>
            <source>Fill in {0}, a network of this machine</source>
            <translation>Inscrire {0}, un réseau de cette machine</translation>
        </message>
        <message>
            <source>Find the gateways on a network</source>
            <translation>Chercher les passerelles sur un réseau</translation>
        </message>
        <message>
            <source>Gateways appear here as they answer. A name is changed by a double click, or F2.</source>
            <translation>Les passerelles apparaissent ici quand elles répondent. Un nom se change par un double clic, ou F2.</translation>
        </message>
        <message>
            <source>Gateways found</source>
            <translation>Passerelles trouvées</translation>
        </message>
        <message>
            <source>Progress of the scan</source>
            <translation>Avancement de l’exploration</translation>
        </message>
        <message>
            <source>This machine's networks:</source>
            <translation>Réseaux de cette machine :</translation>
        </message>
        <message>
            <source>{0} of {1} will be watched</source>
            <translation>{0} sur {1} seront surveillées</translation>
        </message>
        <message>
            <source>◆ Give each PLC a name of its own</source>
            <translation>◆ Donner à chaque automate son propre nom</translation>
        </message>
    </context>
    <context>
        <name>ScreenSaver</name>
        <message>
            <source>The plant is shown on this screen</source>
            <translation>L’installation est affichée sur cet écran</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>0 takes any that is free.</source>
            <translation>0 prend n’importe lequel de libre.</translation>
        </message>
        <message>
            <source>127.0.0.1 is seen from this machine alone.</source>
            <translation>127.0.0.1 n’est vu que de cette machine.</translation>
        </message>
        <message>
            <source>A PLC accepted its disconnection and is connected all the same.</source>
            <translation>Un automate a accepté sa déconnexion et reste pourtant connecté.</translation>
        </message>
        <message>
            <source>A circuit's marbles are not as many as expected.</source>
            <translation>Les billes d’un circuit ne sont pas au nombre attendu.</translation>
        </message>
        <message>
            <source>A cycle took longer than its interval.</source>
            <translation>Un cycle a duré plus que sa période.</translation>
        </message>
        <message>
            <source>A database</source>
            <translation>Une base de données</translation>
        </message>
        <message>
            <source>A file (JSON or CSV)</source>
            <translation>Un fichier (JSON ou CSV)</translation>
        </message>
        <message>
            <source>A gateway answers against the contract.</source>
            <translation>Une passerelle répond contre le contrat.</translation>
        </message>
        <message>
            <source>A gateway does not answer.</source>
            <translation>Une passerelle ne répond pas.</translation>
        </message>
        <message>
            <source>A gateway is lost and back again and again.</source>
            <translation>Une passerelle se perd et revient sans cesse.</translation>
        </message>
        <message>
            <source>A gateway takes long to answer.</source>
            <translation>Une passerelle met longtemps à répondre.</translation>
        </message>
        <message>
            <source>A greater value is a breach.</source>
            <translation>Une valeur supérieure est un dépassement.</translation>
        </message>
        <message>
            <source>A jump is more than</source>
            <translation>Un saut dépasse</translation>
        </message>
        <message>
            <source>A smaller value is a breach.</source>
            <translation>Une valeur inférieure est un dépassement.</translation>
        </message>
        <message>
            <source>A web address</source>
            <translation>Une adresse web</translation>
        </message>
        <message>
            <source>Address list</source>
            <translation>Liste d’adresses</translation>
        </message>
        <message>
            <source>Address of the proxy in front, which is believed who asks.</source>
            <translation>Adresse du mandataire placé devant, que l’on croit quand il dit qui demande.</translation>
        </message>
        <message>
            <source>Address to serve on</source>
            <translation>Adresse de service</translation>
        </message>
        <message>
            <source>Alarm journal</source>
            <translation>Journal des alarmes</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
        <message>
            <source>Alarms cannot be heard.</source>
            <translation>Les alarmes ne peuvent pas être entendues.</translation>
        </message>
        <message>
            <source>Alarms cannot be recorded.</source>
            <translation>Les alarmes ne peuvent pas être enregistrées.</translation>
        </message>
        <message>
            <source>All questions</source>
            <translation>Toutes les questions</translation>
        </message>
        <message>
            <source>Also of a mute.</source>
            <translation>Aussi d’une coupure du son.</translation>
        </message>
        <message>
            <source>Also of numbers and dates.</source>
            <translation>Aussi des nombres et des dates.</translation>
        </message>
        <message>
            <source>Answers with the columns API and RASP_catch.</source>
            <translation>Répond avec les colonnes API et RASP_catch.</translation>
        </message>
        <message>
            <source>Append to the file</source>
            <translation>Ajouter au fichier</translation>
        </message>
        <message>
            <source>As Python's logging takes it.</source>
            <translation>Comme le module logging de Python le prend.</translation>
        </message>
        <message>
            <source>As the desktop</source>
            <translation>Comme le bureau</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Demander</translation>
        </message>
        <message>
            <source>Asking a gateway</source>
            <translation>Interroger une passerelle</translation>
        </message>
        <message>
            <source>At the start</source>
            <translation>Au démarrage</translation>
        </message>
        <message>
            <source>Begin it anew</source>
            <translation>Le recommencer</translation>
        </message>
        <message>
            <source>Begin to watch when this person logs in.</source>
            <translation>Commencer à surveiller à l’ouverture de session de cette personne.</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Couleurs</translation>
        </message>
        <message>
            <source>Connections beyond the allowed ones, per circuit (checkplusde3).</source>
            <translation>Connexions au-delà des permises, par circuit (checkplusde3).</translation>
        </message>
        <message>
            <source>Cycle</source>
            <translation>Cycle</translation>
        </message>
        <message>
            <source>Cycle overrun</source>
            <translation>Cycle trop long</translation>
        </message>
        <message>
            <source>Cycles in a row without an answer.</source>
            <translation>Cycles de suite sans réponse.</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Base de données</translation>
        </message>
        <message>
            <source>Database server</source>
            <translation>Serveur de base de données</translation>
        </message>
        <message>
            <source>Deadband</source>
            <translation>Bande morte</translation>
        </message>
        <message>
            <source>Disconnect at every cycle's end</source>
            <translation>Déconnecter à chaque fin de cycle</translation>
        </message>
        <message>
            <source>Disconnect every PLC at the end of each cycle. Off: an operator decides.</source>
            <translation>Déconnecter tous les automates à la fin de chaque cycle. Sinon, un opérateur décide.</translation>
        </message>
        <message>
            <source>Disk nearly full</source>
            <translation>Disque presque plein</translation>
        </message>
        <message>
            <source>End the program</source>
            <translation>Terminer le programme</translation>
        </message>
        <message>
            <source>Ends in .db; relative to the configuration's folder.</source>
            <translation>Finit par .db ; relatif au dossier de la configuration.</translation>
        </message>
        <message>
            <source>Expected marbles</source>
            <translation>Billes attendues</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>Files kept</source>
            <translation>Fichiers gardés</translation>
        </message>
        <message>
            <source>Form of a line</source>
            <translation>Forme d’une ligne</translation>
        </message>
        <message>
            <source>From the start of a cycle to the next one's; fractions down to one second.</source>
            <translation>Du début d’un cycle au début du suivant ; fractions jusqu’à une seconde.</translation>
        </message>
        <message>
            <source>Gateway comes and goes</source>
            <translation>Passerelle intermittente</translation>
        </message>
        <message>
            <source>Gateway lost</source>
            <translation>Passerelle perdue</translation>
        </message>
        <message>
            <source>Gateways</source>
            <translation>Passerelles</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Haute</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <source>High threshold</source>
            <translation>Seuil haut</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>How far back a value must go before its alarm clears, in the value's unit.</source>
            <translation>De combien une valeur doit revenir pour que son alarme disparaisse, dans son unité.</translation>
        </message>
        <message>
            <source>How far the time of day must jump.</source>
            <translation>De combien l’heure doit sauter.</translation>
        </message>
        <message>
            <source>How long it must be over before the alarm clears.</source>
            <translation>Combien de temps cela doit être fini pour que l’alarme disparaisse.</translation>
        </message>
        <message>
            <source>How long it must last before the alarm is raised.</source>
            <translation>Combien de temps cela doit durer pour que l’alarme apparaisse.</translation>
        </message>
        <message>
            <source>How long one gateway may take in one cycle; not less than one question.</source>
            <translation>Temps accordé à une passerelle par cycle ; pas moins qu’à une question.</translation>
        </message>
        <message>
            <source>How long one question may take, all told.</source>
            <translation>Temps accordé à une question, tout compris.</translation>
        </message>
        <message>
            <source>How long the answer may take; meanwhile the last good list is in force.</source>
            <translation>Temps accordé à la réponse ; entre-temps, la dernière bonne liste est en vigueur.</translation>
        </message>
        <message>
            <source>How many closed log files are kept; older ones are deleted.</source>
            <translation>Nombre de fichiers-journaux fermés gardés ; les plus anciens sont supprimés.</translation>
        </message>
        <message>
            <source>How many more or fewer are well: marbles in transit.</source>
            <translation>Combien de plus ou de moins restent normales : billes en transit.</translation>
        </message>
        <message>
            <source>How urgent the alarm is.</source>
            <translation>L’urgence de l’alarme.</translation>
        </message>
        <message>
            <source>In force from the program's next start.</source>
            <translation>En vigueur au prochain démarrage du programme.</translation>
        </message>
        <message>
            <source>In place of the program's own words.</source>
            <translation>À la place des mots du programme.</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>En usage</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>Période</translation>
        </message>
        <message>
            <source>JSON, or CSV where it ends in .csv; relative to the configuration's folder.</source>
            <translation>JSON, ou CSV s’il finit par .csv ; relatif au dossier de la configuration.</translation>
        </message>
        <message>
            <source>Judge the fleet's sum</source>
            <translation>Juger la somme du parc</translation>
        </message>
        <message>
            <source>Keep every reading for</source>
            <translation>Garder chaque mesure</translation>
        </message>
        <message>
            <source>Keep hours for</source>
            <translation>Garder les heures</translation>
        </message>
        <message>
            <source>Keep minutes for</source>
            <translation>Garder les minutes</translation>
        </message>
        <message>
            <source>Keep the alarm until somebody resets it.</source>
            <translation>Garder l’alarme jusqu’à un réarmement.</translation>
        </message>
        <message>
            <source>Keep watching in the tray</source>
            <translation>Continuer à surveiller en zone de notification</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Latching</source>
            <translation>Mémorisation</translation>
        </message>
        <message>
            <source>Least level</source>
            <translation>Niveau minimal</translation>
        </message>
        <message>
            <source>Lets somebody in. Needed wherever other machines can reach the address.</source>
            <translation>Ouvre l’accès. Nécessaire dès que d’autres machines peuvent joindre l’adresse.</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Light, dark, or with the strongest contrast.</source>
            <translation>Clair, sombre, ou au contraste le plus fort.</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Log and web</source>
            <translation>Journal et web</translation>
        </message>
        <message>
            <source>Log file</source>
            <translation>Fichier-journal</translation>
        </message>
        <message>
            <source>Longest shelving</source>
            <translation>Plus longue suspension</translation>
        </message>
        <message>
            <source>Longest wait</source>
            <translation>Plus longue attente</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Basse</translation>
        </message>
        <message>
            <source>Low threshold</source>
            <translation>Seuil bas</translation>
        </message>
        <message>
            <source>MB</source>
            <translation>Mo</translation>
        </message>
        <message>
            <source>Marbles</source>
            <translation>Billes</translation>
        </message>
        <message>
            <source>Mean time of an answer.</source>
            <translation>Temps moyen d’une réponse.</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Moyenne</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>More connections on a circuit than are allowed.</source>
            <translation>Plus de connexions sur un circuit que permis.</translation>
        </message>
        <message>
            <source>More gateways than this, lost in one cycle, are one alarm.</source>
            <translation>Plus de passerelles que cela, perdues en un cycle, font une seule alarme.</translation>
        </message>
        <message>
            <source>More than</source>
            <translation>Plus de</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Noms</translation>
        </message>
        <message>
            <source>Names of the circuits</source>
            <translation>Noms des circuits</translation>
        </message>
        <message>
            <source>Names of this machine in browsers, with commas between them.</source>
            <translation>Noms de cette machine dans les navigateurs, séparés par des virgules.</translation>
        </message>
        <message>
            <source>Never below zero</source>
            <translation>Jamais sous zéro</translation>
        </message>
        <message>
            <source>New file after</source>
            <translation>Nouveau fichier après</translation>
        </message>
        <message>
            <source>Not all connected</source>
            <translation>Pas tous connectés</translation>
        </message>
        <message>
            <source>Not every PLC of the fleet is connected.</source>
            <translation>Tous les automates du parc ne sont pas connectés.</translation>
        </message>
        <message>
            <source>Nothing blinks; new alarms are told by shape, word and sound alone.</source>
            <translation>Rien ne clignote ; les nouvelles alarmes se disent par la forme, le mot et le son seuls.</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Notifications</translation>
        </message>
        <message>
            <source>Of each circuit. Off: nothing is judged.</source>
            <translation>De chaque circuit. Sinon, rien n’est jugé.</translation>
        </message>
        <message>
            <source>Off-delay</source>
            <translation>Temporisation à la disparition</translation>
        </message>
        <message>
            <source>Off: each gateway's own value is judged.</source>
            <translation>Sinon, la valeur de chaque passerelle est jugée.</translation>
        </message>
        <message>
            <source>On-delay</source>
            <translation>Temporisation à l’apparition</translation>
        </message>
        <message>
            <source>One alarm in place of many, which it hides; so it cannot wait itself.</source>
            <translation>Une alarme à la place de beaucoup, qu’elle masque ; elle ne peut donc pas attendre elle-même.</translation>
        </message>
        <message>
            <source>One question</source>
            <translation>Une question</translation>
        </message>
        <message>
            <source>Path asked of each gateway: letters, digits, _ and -.</source>
            <translation>Chemin demandé à chaque passerelle : lettres, chiffres, _ et -.</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Port to serve on</source>
            <translation>Port de service</translation>
        </message>
        <message>
            <source>PostgreSQL in place of the file, which then holds what waits for it; write ${NAME} for a password that stands in the environment.</source>
            <translation>PostgreSQL à la place du fichier, qui garde alors ce qui l’attend ; écrire ${NAME} pour un mot de passe placé dans l’environnement.</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <source>Query</source>
            <translation>Requête</translation>
        </message>
        <message>
            <source>Questions beyond the plant's own, asked of each gateway in each cycle.</source>
            <translation>Questions en plus de celles de l’installation, posées à chaque passerelle à chaque cycle.</translation>
        </message>
        <message>
            <source>Raise this alarm.</source>
            <translation>Déclencher cette alarme.</translation>
        </message>
        <message>
            <source>Raised after</source>
            <translation>Déclenchée après</translation>
        </message>
        <message>
            <source>Readings cannot be recorded.</source>
            <translation>Les mesures ne peuvent pas être enregistrées.</translation>
        </message>
        <message>
            <source>Recordings</source>
            <translation>Enregistrements</translation>
        </message>
        <message>
            <source>Reduced motion</source>
            <translation>Mouvements réduits</translation>
        </message>
        <message>
            <source>Relative to the configuration's folder.</source>
            <translation>Relatif au dossier de la configuration.</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Requêtes</translation>
        </message>
        <message>
            <source>Reverse proxy</source>
            <translation>Mandataire inverse</translation>
        </message>
        <message>
            <source>Room for what waits</source>
            <translation>Place pour ce qui attend</translation>
        </message>
        <message>
            <source>SQLAlchemy URL; write ${NAME} for a password that stands in the environment.</source>
            <translation>URL SQLAlchemy ; écrire ${NAME} pour un mot de passe placé dans l’environnement.</translation>
        </message>
        <message>
            <source>Serve a view for web browsers.</source>
            <translation>Servir une vue aux navigateurs web.</translation>
        </message>
        <message>
            <source>Several gateways lost</source>
            <translation>Plusieurs passerelles perdues</translation>
        </message>
        <message>
            <source>Shown beside the value, °C say.</source>
            <translation>Montrée à côté de la valeur, par exemple °C.</translation>
        </message>
        <message>
            <source>Shown with the alarm.</source>
            <translation>Montré avec l’alarme.</translation>
        </message>
        <message>
            <source>Slow answers</source>
            <translation>Réponses lentes</translation>
        </message>
        <message>
            <source>Slower than</source>
            <translation>Plus lent que</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Son</translation>
        </message>
        <message>
            <source>Sound lost</source>
            <translation>Son perdu</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Start with the session</source>
            <translation>Démarrer avec la session</translation>
        </message>
        <message>
            <source>Still connected</source>
            <translation>Encore connecté</translation>
        </message>
        <message>
            <source>Tell new alarms by the desktop as well, a few together.</source>
            <translation>Annoncer aussi les nouvelles alarmes par le bureau, groupées.</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Taille du texte</translation>
        </message>
        <message>
            <source>The disk of the recordings runs full.</source>
            <translation>Le disque des enregistrements se remplit.</translation>
        </message>
        <message>
            <source>The file is closed then and kept, and a new one is begun.</source>
            <translation>Le fichier est alors fermé et gardé, et un nouveau commencé.</translation>
        </message>
        <message>
            <source>The list of gateways cannot be read.</source>
            <translation>La liste des passerelles est illisible.</translation>
        </message>
        <message>
            <source>The machine's clock was put forward or back.</source>
            <translation>L’horloge de la machine a été avancée ou reculée.</translation>
        </message>
        <message>
            <source>The most that is kept here while the database server is away.</source>
            <translation>Le plus qui est gardé ici pendant l’absence du serveur.</translation>
        </message>
        <message>
            <source>The readings of every cycle.</source>
            <translation>Les mesures de chaque cycle.</translation>
        </message>
        <message>
            <source>The three circuits as the screens call them.</source>
            <translation>Les trois circuits tels que les écrans les nomment.</translation>
        </message>
        <message>
            <source>Then a partial sum above the threshold is certain already.</source>
            <translation>Alors une somme partielle au-dessus du seuil est déjà certaine.</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>Ce programme</translation>
        </message>
        <message>
            <source>Time of day jumped</source>
            <translation>Saut de l’heure</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>Title of the column; the name where it is empty.</source>
            <translation>Titre de la colonne ; le nom s’il est vide.</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Jeton</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Tolérance</translation>
        </message>
        <message>
            <source>Too many connections</source>
            <translation>Trop de connexions</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unité</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>Habituel</translation>
        </message>
        <message>
            <source>Values per hour; not shorter than the minutes.</source>
            <translation>Valeurs par heure ; pas moins que les minutes.</translation>
        </message>
        <message>
            <source>Values per minute; not shorter than the readings.</source>
            <translation>Valeurs par minute ; pas moins que les mesures.</translation>
        </message>
        <message>
            <source>WAV file, relative to the configuration's folder.</source>
            <translation>Fichier WAV, relatif au dossier de la configuration.</translation>
        </message>
        <message>
            <source>Web address</source>
            <translation>Adresse web</translation>
        </message>
        <message>
            <source>Web view</source>
            <translation>Vue web</translation>
        </message>
        <message>
            <source>What becomes of a log file that is there already.</source>
            <translation>Ce que devient un fichier-journal déjà présent.</translation>
        </message>
        <message>
            <source>What is less important is not logged.</source>
            <translation>Ce qui est moins important n’est pas journalisé.</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <source>When the window is closed</source>
            <translation>À la fermeture de la fenêtre</translation>
        </message>
        <message>
            <source>Where an address names none.</source>
            <translation>Quand une adresse n’en nomme pas.</translation>
        </message>
        <message>
            <source>Where the list of gateways comes from, before each cycle.</source>
            <translation>D’où vient la liste des passerelles, avant chaque cycle.</translation>
        </message>
        <message>
            <source>Without a tray, closing the window always ends the program.</source>
            <translation>Sans zone de notification, fermer la fenêtre termine toujours le programme.</translation>
        </message>
        <message>
            <source>Write the complete marble totals to every PLC.</source>
            <translation>Écrire les totaux de billes complets dans tous les automates.</translation>
        </message>
        <message>
            <source>Write totals</source>
            <translation>Écrire les totaux</translation>
        </message>
        <message>
            <source>Wrong answers</source>
            <translation>Réponses erronées</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>comme d’habitude</translation>
        </message>
        <message>
            <source>as usual: at once</source>
            <translation>comme d’habitude : aussitôt</translation>
        </message>
        <message>
            <source>as usual: {0}</source>
            <translation>comme d’habitude : {0}</translation>
        </message>
        <message>
            <source>at least {0}</source>
            <translation>au moins {0}</translation>
        </message>
        <message>
            <source>at most {0} characters</source>
            <translation>au plus {0} caractères</translation>
        </message>
        <message>
            <source>connections</source>
            <translation>connexions</translation>
        </message>
        <message>
            <source>cycles</source>
            <translation>cycles</translation>
        </message>
        <message>
            <source>days</source>
            <translation>jours</translation>
        </message>
        <message>
            <source>files</source>
            <translation>fichiers</translation>
        </message>
        <message>
            <source>gateways</source>
            <translation>passerelles</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>heures</translation>
        </message>
        <message>
            <source>http:// or https://, answers with the JSON form of the list.</source>
            <translation>http:// ou https://, répond avec la forme JSON de la liste.</translation>
        </message>
        <message>
            <source>in this person's data folder</source>
            <translation>dans le dossier de données de cette personne</translation>
        </message>
        <message>
            <source>marbles</source>
            <translation>billes</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>minutes</translation>
        </message>
        <message>
            <source>more than {0}</source>
            <translation>plus de {0}</translation>
        </message>
        <message>
            <source>more than {0}, at most {1}</source>
            <translation>plus de {0}, au plus {1}</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>none: the file holds everything</source>
            <translation>aucun : le fichier contient tout</translation>
        </message>
        <message>
            <source>none: this machine alone</source>
            <translation>aucun : cette machine seule</translation>
        </message>
        <message>
            <source>off</source>
            <translation>désactivé</translation>
        </message>
        <message>
            <source>on</source>
            <translation>activé</translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>the priority's tone</source>
            <translation>le son de la priorité</translation>
        </message>
        <message>
            <source>the program's own words</source>
            <translation>les mots du programme</translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation>{0} à {1}</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Discard changes</source>
            <translation>Abandonner les modifications</translation>
        </message>
        <message>
            <source>Discard the changes? The file stays as it is.</source>
            <translation>Abandonner les modifications ? Le fichier reste tel quel.</translation>
        </message>
        <message>
            <source>Find an option</source>
            <translation>Chercher une option</translation>
        </message>
        <message>
            <source>Find an option…</source>
            <translation>Chercher une option…</translation>
        </message>
        <message>
            <source>Keep editing</source>
            <translation>Continuer à modifier</translation>
        </message>
        <message>
            <source>Not saved: {0}</source>
            <translation>Non enregistré : {0}</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Enregistré</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
    </context>
    <context>
        <name>SettingsPages</name>
        <message>
            <source>No option is called so.</source>
            <translation>Aucune option ne porte ce nom.</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Sections</translation>
        </message>
    </context>
    <context>
        <name>Severity</name>
        <message>
            <source>High</source>
            <translation>Haute</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Basse</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Moyenne</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Find a shortcut</source>
            <translation>Chercher un raccourci</translation>
        </message>
        <message>
            <source>Find an action or a key…</source>
            <translation>Chercher une action ou une touche…</translation>
        </message>
        <message>
            <source>No action and no key is called that.</source>
            <translation>Aucune action ni touche ne porte ce nom.</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Raccourcis</translation>
        </message>
    </context>
    <context>
        <name>SoundMenu</name>
        <message>
            <source>&amp;Unmute</source>
            <translation>&amp;Rétablir le son</translation>
        </message>
        <message>
            <source>Hear it, whether an alarm stands or not</source>
            <translation>L’entendre, qu’il y ait une alarme ou non</translation>
        </message>
        <message>
            <source>Let alarms be heard again</source>
            <translation>Faire à nouveau entendre les alarmes</translation>
        </message>
        <message>
            <source>Mute for {0} min</source>
            <translation>Couper le son {0} min</translation>
        </message>
        <message>
            <source>No sound for a time, which then ends by itself</source>
            <translation>Aucun son pendant un temps, qui prend fin de lui-même</translation>
        </message>
        <message>
            <source>S&amp;ound</source>
            <translation>S&amp;on</translation>
        </message>
        <message>
            <source>Test the tone: {0} {1}</source>
            <translation>Essayer le son : {0} {1}</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Volume</translation>
        </message>
        <message>
            <source>Volume of alarms</source>
            <translation>Volume des alarmes</translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Connected</source>
            <translation>Connecté</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Haut</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Perdu</translation>
        </message>
        <message>
            <source>Stale</source>
            <translation>Périmé</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Attente</translation>
        </message>
        <message>
            <source>Wrong</source>
            <translation>Erreur</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Addresses: not read yet</source>
            <translation>Adresses : pas encore lues</translation>
        </message>
        <message>
            <source>Addresses: {0}</source>
            <translation>Adresses : {0}</translation>
        </message>
        <message>
            <source>Running {0}</source>
            <translation>En marche {0}</translation>
        </message>
        <message>
            <source>Sound: not tried yet</source>
            <translation>Son : pas encore essayé</translation>
        </message>
        <message>
            <source>Sound: ready</source>
            <translation>Son : prêt</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Web: {0}</source>
            <translation>Web : {0}</translation>
        </message>
        <message>
            <source>{0} PLCs</source>
            <translation>{0} automates</translation>
        </message>
        <message>
            <source>{0} ago</source>
            <translation>il y a {0}</translation>
        </message>
        <message>
            <source>◆ failing for {0}</source>
            <translation>◆ en échec depuis {0}</translation>
        </message>
        <message>
            <source>● Log: not written, {0}</source>
            <translation>● Fichier-journal : non écrit, {0}</translation>
        </message>
        <message>
            <source>● Sound: lost, {0}</source>
            <translation>● Son : perdu, {0}</translation>
        </message>
        <message>
            <source>● Web: not served, {0}</source>
            <translation>● Web : non servi, {0}</translation>
        </message>
        <message>
            <source>● {0} left out</source>
            <translation>● {0} exclus</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Check and start</source>
            <translation>Vérifier et démarrer</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <source>Gateways</source>
            <translation>Passerelles</translation>
        </message>
        <message>
            <source>Step {0} of {1}: {2}</source>
            <translation>Étape {0} sur {1} : {2}</translation>
        </message>
    </context>
    <context>
        <name>Strip</name>
        <message>
            <source>Overwrite</source>
            <translation>Écraser</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>Relire</translation>
        </message>
        <message>
            <source>Show what the file says now; your changes of the configuration are lost</source>
            <translation>Montrer ce que dit le fichier ; vos modifications de la configuration sont perdues</translation>
        </message>
        <message>
            <source>Write your settings over the other ones</source>
            <translation>Écrire vos réglages par-dessus les autres</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>et {0} de plus</translation>
        </message>
        <message>
            <source>◆ Somebody else changed the file meanwhile.</source>
            <translation>◆ Quelqu’un d’autre a modifié le fichier entre-temps.</translation>
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message>
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>&amp;Parcourir…</translation>
        </message>
        <message>
            <source>&amp;Further requests</source>
            <translation>Autres &amp;requêtes</translation>
        </message>
        <message>
            <source>&amp;Write the marble totals into every PLC</source>
            <translation>&amp;Écrire les totaux de billes dans tous les automates</translation>
        </message>
        <message>
            <source>Asked &amp;every</source>
            <translation>Interrogées &amp;toutes les</translation>
        </message>
        <message>
            <source>Changes a value in the PLCs. It can be switched on later, too.</source>
            <translation>Modifie une valeur dans les automates. Peut aussi être activé plus tard.</translation>
        </message>
        <message>
            <source>Check and start</source>
            <translation>Vérifier et démarrer</translation>
        </message>
        <message>
            <source>F&amp;older</source>
            <translation>D&amp;ossier</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Paths that your gateways answer with a number, beyond the plant's own</source>
            <translation>Chemins auxquels vos passerelles répondent par un nombre, en plus de ceux de l’installation</translation>
        </message>
        <message>
            <source>Seconds from the start of a cycle to the next one's</source>
            <translation>Secondes du début d’un cycle au début du suivant</translation>
        </message>
        <message>
            <source>Watched</source>
            <translation>Surveillées</translation>
        </message>
        <message>
            <source>What your gateways will see</source>
            <translation>Ce que vos passerelles verront</translation>
        </message>
        <message>
            <source>none; for example temperature, pressure</source>
            <translation>aucune ; par exemple temperature, pressure</translation>
        </message>
        <message>
            <source>◆ Not written: {0}</source>
            <translation>◆ Non écrit : {0}</translation>
        </message>
        <message>
            <source>◆ “{0}” cannot be asked: use letters, digits, _ and -, none of the plant's own, at most {1}.</source>
            <translation>◆ « {0} » ne peut pas être demandé : lettres, chiffres, _ et -, aucun de ceux de l’installation, au plus {1}.</translation>
        </message>
    </context>
    <context>
        <name>SupervisionScreen</name>
        <message>
            <source>Export the fleet</source>
            <translation>Exporter le parc</translation>
        </message>
    </context>
    <context>
        <name>SystemFacts</name>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Copy everything here as text</source>
            <translation>Copier tout ceci comme texte</translation>
        </message>
    </context>
    <context>
        <name>TableExports</name>
        <message>
            <source>Not exported, as you wished: {0}</source>
            <translation>Non exporté, comme demandé : {0}</translation>
        </message>
        <message>
            <source>Not exported: {0}</source>
            <translation>Non exporté : {0}</translation>
        </message>
        <message>
            <source>Table written to {0}</source>
            <translation>Tableau écrit dans {0}</translation>
        </message>
        <message>
            <source>Writing {0}: {1} of {2} rows</source>
            <translation>Écriture de {0} : {1} lignes sur {2}</translation>
        </message>
        <message>
            <source>Writing {0}…</source>
            <translation>Écriture de {0}…</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Alarms are shown, but cannot be heard: {0}</source>
            <translation>Les alarmes sont montrées, mais ne peuvent pas être entendues : {0}</translation>
        </message>
        <message>
            <source>EXAMPLE FLEET: no real plant is watched</source>
            <translation>PARC D’EXEMPLE : aucune installation réelle n’est surveillée</translation>
        </message>
        <message>
            <source>Example fleet: {0}</source>
            <translation>Parc d’exemple : {0}</translation>
        </message>
        <message>
            <source>No alarms</source>
            <translation>Aucune alarme</translation>
        </message>
        <message>
            <source>Polling is paused</source>
            <translation>L’interrogation est en pause</translation>
        </message>
        <message>
            <source>Sound is muted</source>
            <translation>Le son est coupé</translation>
        </message>
        <message>
            <source>Sound lost</source>
            <translation>Son perdu</translation>
        </message>
        <message>
            <source>Sound lost: alarms cannot be heard</source>
            <translation>Son perdu : les alarmes ne peuvent pas être entendues</translation>
        </message>
        <message>
            <source>Values are old</source>
            <translation>Les valeurs sont anciennes</translation>
        </message>
        <message>
            <source>Waiting for answers</source>
            <translation>Attente de réponses</translation>
        </message>
        <message>
            <source>{0} {1}: {2} alarms, {3} not acknowledged</source>
            <translation>{0} {1} : {2} alarmes, {3} non acquittées</translation>
        </message>
    </context>
    <context>
        <name>Trend</name>
        <message>
            <source>1 h</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>1 min</source>
            <translation>1 min</translation>
        </message>
        <message>
            <source>Beyond three</source>
            <translation>Plus de trois</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Connecté</translation>
        </message>
        <message>
            <source>Connected PLCs</source>
            <translation>Automates connectés</translation>
        </message>
        <message>
            <source>Curve</source>
            <translation>Courbe</translation>
        </message>
        <message>
            <source>Cycle duration</source>
            <translation>Durée du cycle</translation>
        </message>
        <message>
            <source>Every curve is hidden.</source>
            <translation>Toutes les courbes sont masquées.</translation>
        </message>
        <message>
            <source>Fleet totals</source>
            <translation>Totaux du parc</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Maxi</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Latence</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Mini</translation>
        </message>
        <message>
            <source>Marbles</source>
            <translation>Billes</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Moyenne</translation>
        </message>
        <message>
            <source>Multi possible</source>
            <translation>Multi possible</translation>
        </message>
        <message>
            <source>No curve is chosen: check some at the left.</source>
            <translation>Aucune courbe choisie : en cocher à gauche.</translation>
        </message>
        <message>
            <source>PLCs</source>
            <translation>Automates</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <source>Sum of {0}</source>
            <translation>Somme de {0}</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>and {0} more; zoom in to see them</source>
            <translation>et {0} de plus ; agrandir pour les voir</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>connecté</translation>
        </message>
        <message>
            <source>connected: 1, not connected: 0</source>
            <translation>connecté : 1, non connecté : 0</translation>
        </message>
        <message>
            <source>every cycle</source>
            <translation>chaque cycle</translation>
        </message>
        <message>
            <source>good · {0} old</source>
            <translation>bonne · âge {0}</translation>
        </message>
        <message>
            <source>marbles</source>
            <translation>billes</translation>
        </message>
        <message>
            <source>not connected</source>
            <translation>non connecté</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>non enregistré</translation>
        </message>
        <message>
            <source>nothing recorded</source>
            <translation>rien d’enregistré</translation>
        </message>
        <message>
            <source>per hour: mean in its band from lowest to highest</source>
            <translation>par heure : moyenne dans sa bande du mini au maxi</translation>
        </message>
        <message>
            <source>per minute: mean in its band from lowest to highest</source>
            <translation>par minute : moyenne dans sa bande du mini au maxi</translation>
        </message>
        <message>
            <source>recorded since {0}</source>
            <translation>enregistré depuis {0}</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>secondes</translation>
        </message>
        <message>
            <source>several units · each curve scaled to its own range, 0 to 100 %</source>
            <translation>plusieurs unités · chaque courbe à sa propre échelle, 0 à 100 %</translation>
        </message>
        <message>
            <source>{0} · band of the chosen curve only</source>
            <translation>{0} · bande de la courbe choisie seulement</translation>
        </message>
        <message>
            <source>{0}mean of {1} · {2} good</source>
            <translation>{0}moyenne de {1} · {2} bonnes</translation>
        </message>
        <message>
            <source>◆ gap: nothing good was read</source>
            <translation>◆ lacune : rien de bon n’a été lu</translation>
        </message>
    </context>
    <context>
        <name>TrendCanvas</name>
        <message>
            <source>Curves over time</source>
            <translation>Courbes dans le temps</translation>
        </message>
        <message>
            <source>Left and right move, plus and minus zoom, Backspace goes back, Home follows the newest values, Shift with left and right moves the crosshair.</source>
            <translation>Gauche et droite déplacent, plus et moins agrandissent, Retour arrière revient, Début suit les dernières valeurs, Maj avec gauche et droite déplace le réticule.</translation>
        </message>
    </context>
    <context>
        <name>TrendChooser</name>
        <message>
            <source>Curves</source>
            <translation>Courbes</translation>
        </message>
        <message>
            <source>Curves shown, of as many as can be</source>
            <translation>Courbes montrées, sur le nombre possible</translation>
        </message>
        <message>
            <source>Find a curve</source>
            <translation>Chercher une courbe</translation>
        </message>
        <message>
            <source>Find a curve…</source>
            <translation>Chercher une courbe…</translation>
        </message>
        <message>
            <source>Nothing was recorded yet.</source>
            <translation>Rien n’est encore enregistré.</translation>
        </message>
        <message>
            <source>Recorded values by PLC</source>
            <translation>Valeurs enregistrées par automate</translation>
        </message>
        <message>
            <source>Words that occur in the PLC or the value; Enter goes to the tree (Ctrl+F)</source>
            <translation>Mots qui figurent dans l’automate ou la valeur ; Entrée va à l’arbre (Ctrl+F)</translation>
        </message>
        <message>
            <source>{0} found</source>
            <translation>trouvé : {0}</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} sur {1}</translation>
        </message>
        <message>
            <source>◆ At most {0} curves: uncheck one first.</source>
            <translation>◆ Au plus {0} courbes : en décocher une d’abord.</translation>
        </message>
    </context>
    <context>
        <name>TrendDrawing</name>
        <message>
            <source>Newest values</source>
            <translation>Dernières valeurs</translation>
        </message>
        <message>
            <source>Values of {0}</source>
            <translation>Valeurs de {0}</translation>
        </message>
        <message>
            <source>recorded since {0}</source>
            <translation>enregistré depuis {0}</translation>
        </message>
    </context>
    <context>
        <name>TrendFiles</name>
        <message>
            <source>Export the trend</source>
            <translation>Exporter la tendance</translation>
        </message>
        <message>
            <source>Not exported: {0}</source>
            <translation>Non exporté : {0}</translation>
        </message>
        <message>
            <source>Trend written to {0}</source>
            <translation>Tendance écrite dans {0}</translation>
        </message>
    </context>
    <context>
        <name>TrendGrid</name>
        <message>
            <source>Space hides or shows a curve, Delete removes it</source>
            <translation>Espace masque ou montre une courbe, Suppr l’enlève</translation>
        </message>
        <message>
            <source>Values of the curves</source>
            <translation>Valeurs des courbes</translation>
        </message>
    </context>
    <context>
        <name>TrendHead</name>
        <message>
            <source>&amp;Export the trend</source>
            <translation>&amp;Exporter la tendance</translation>
        </message>
        <message>
            <source>Back to live</source>
            <translation>Retour au direct</translation>
        </message>
        <message>
            <source>Back to the view before</source>
            <translation>Retour à la vue précédente</translation>
        </message>
        <message>
            <source>Back to the view before (Backspace in the curves)</source>
            <translation>Retour à la vue précédente (Retour arrière dans les courbes)</translation>
        </message>
        <message>
            <source>Export the trend</source>
            <translation>Exporter la tendance</translation>
        </message>
        <message>
            <source>Follow the newest values (Home in the curves)</source>
            <translation>Suivre les dernières valeurs (Début dans les courbes)</translation>
        </message>
        <message>
            <source>From: date and time, a date, or a time</source>
            <translation>De : date et heure, une date, ou une heure</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Direct</translation>
        </message>
        <message>
            <source>No date or time. Write 2026-01-31 08:25, 2026-01-31 or 08:25</source>
            <translation>Ni date ni heure. Écrire 2026-01-31 08:25, 2026-01-31 ou 08:25</translation>
        </message>
        <message>
            <source>Save what is in view: numbers or a picture</source>
            <translation>Enregistrer ce qui est affiché : nombres ou image</translation>
        </message>
        <message>
            <source>Span of time in view</source>
            <translation>Durée affichée</translation>
        </message>
        <message>
            <source>The end lies before the beginning. Change one of them</source>
            <translation>La fin précède le début. Changer l’un des deux</translation>
        </message>
        <message>
            <source>To: date and time, a date, or a time</source>
            <translation>À : date et heure, une date, ou une heure</translation>
        </message>
        <message>
            <source>Trends</source>
            <translation>Tendances</translation>
        </message>
    </context>
    <context>
        <name>TrendSetButton</name>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Supprimer…</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>&amp;Renommer…</translation>
        </message>
        <message>
            <source>&amp;Save as…</source>
            <translation>&amp;Enregistrer sous…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>Delete the set “{0}”? Its curves stay on the screen.</source>
            <translation>Supprimer le jeu « {0} » ? Ses courbes restent à l’écran.</translation>
        </message>
        <message>
            <source>Fleet's &amp;marbles</source>
            <translation>&amp;Billes du parc</translation>
        </message>
        <message>
            <source>Name; a set that has it already is replaced:</source>
            <translation>Nom ; un jeu qui le porte déjà est remplacé :</translation>
        </message>
        <message>
            <source>Rename set</source>
            <translation>Renommer le jeu</translation>
        </message>
        <message>
            <source>Save curves</source>
            <translation>Enregistrer les courbes</translation>
        </message>
        <message>
            <source>Saved sets of curves</source>
            <translation>Jeux de courbes enregistrés</translation>
        </message>
        <message>
            <source>Set of curves: {0}</source>
            <translation>Jeu de courbes : {0}</translation>
        </message>
        <message>
            <source>Sets</source>
            <translation>Jeux</translation>
        </message>
    </context>
    <context>
        <name>TrendStatus</name>
        <message>
            <source>Ask the history once more</source>
            <translation>Interroger encore l’historique</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Loading: {0} of {1} curves</source>
            <translation>Chargement : {0} courbes sur {1}</translation>
        </message>
        <message>
            <source>Stop loading; what is there stays</source>
            <translation>Arrêter le chargement ; ce qui est là reste</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>WorstPanel</name>
        <message>
            <source>Ten worst</source>
            <translation>Les dix pires</translation>
        </message>
        <message>
            <source>most frequent first · alarms and share of all</source>
            <translation>les plus fréquentes d’abord · alarmes et part du total</translation>
        </message>
        <message>
            <source>no alarm was presented in this time</source>
            <translation>aucune alarme présentée dans ce temps</translation>
        </message>
        <message>
            <source>· chatters</source>
            <translation>· bagote</translation>
        </message>
    </context>
    <context>
        <name>_Credits</name>
        <message>
            <source>Asks the gateway in front of each PLC, adds up what they count, judges it, records it and shows it. It is quiet when all is well, and impossible to miss when it is not.</source>
            <translation>Interroge la passerelle devant chaque automate, additionne ce qu’elles comptent, le juge, l’enregistre et le montre. Discret quand tout va bien, impossible à manquer sinon.</translation>
        </message>
        <message>
            <source>It stands on {0}, and on what the page Licences lists.</source>
            <translation>Il repose sur {0}, et sur ce qu’énumère la page Licences.</translation>
        </message>
        <message>
            <source>Qt, PySide6, libidn2 and libunistring are under the LGPL. They are used unmodified and lie in files of their own, which may be exchanged for another build of the same interface.</source>
            <translation>Qt, PySide6, libidn2 et libunistring sont sous LGPL. Ils sont employés sans modification, dans des fichiers à part qui peuvent être remplacés par une autre version de même interface.</translation>
        </message>
        <message>
            <source>The typeface is Inter, under the SIL Open Font Licence. The sounds are in the public domain (CC0).</source>
            <translation>La police est Inter, sous licence SIL Open Font. Les sons sont dans le domaine public (CC0).</translation>
        </message>
        <message>
            <source>WatchDoge Supercharged is free software under the MIT licence.</source>
            <translation>WatchDoge Supercharged est un logiciel libre sous licence MIT.</translation>
        </message>
    </context>
    <context>
        <name>_Line</name>
        <message>
            <source>Remove the key {0}</source>
            <translation>Enlever la clé {0}</translation>
        </message>
        <message>
            <source>Remove this key</source>
            <translation>Enlever cette clé</translation>
        </message>
    </context>
    <context>
        <name>_NameDelegate</name>
        <message>
            <source>Name of the PLC</source>
            <translation>Nom de l’automate</translation>
        </message>
    </context>
    <context>
        <name>_Question</name>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Annuler</translation>
        </message>
        <message>
            <source>&amp;Keep watching</source>
            <translation>&amp;Continuer à surveiller</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>&amp;Remember this; it can be changed in the settings</source>
            <translation>&amp;Retenir ce choix ; modifiable dans les réglages</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>Fermer la fenêtre</translation>
        </message>
        <message>
            <source>End the program; nothing watches the plant then</source>
            <translation>Terminer le programme ; plus rien ne surveille alors l’installation</translation>
        </message>
        <message>
            <source>Hide the window; the tray's icon brings it back</source>
            <translation>Masquer la fenêtre ; l’icône de la zone de notification la ramène</translation>
        </message>
        <message>
            <source>In the tray it goes on asking the gateways, and alarms are heard. Quitting ends that.</source>
            <translation>Dans la zone de notification, il continue d’interroger les passerelles, et les alarmes s’entendent. Quitter y met fin.</translation>
        </message>
        <message>
            <source>Leave the window open</source>
            <translation>Laisser la fenêtre ouverte</translation>
        </message>
        <message>
            <source>Shall WatchDoge go on watching the plant?</source>
            <translation>WatchDoge doit-il continuer à surveiller l’installation ?</translation>
        </message>
    </context>
    <context>
        <name>_TrayMenu</name>
        <message>
            <source>&amp;Mute</source>
            <translation>&amp;Couper le son</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>&amp;Show WatchDoge</source>
            <translation>&amp;Montrer WatchDoge</translation>
        </message>
        <message>
            <source>&amp;Unmute</source>
            <translation>&amp;Rétablir le son</translation>
        </message>
        <message>
            <source>For {0} min</source>
            <translation>Pour {0} min</translation>
        </message>
        <message>
            <source>Poll &amp;now</source>
            <translation>&amp;Interroger maintenant</translation>
        </message>
        <message>
            <source>S&amp;ilence</source>
            <translation>&amp;Faire taire</translation>
        </message>
        <message>
            <source>Show &amp;alarms</source>
            <translation>Voir les &amp;alarmes</translation>
        </message>
    </context>
    <context>
        <name>report</name>
        <message>
            <source>: single cycles are kept for {0} days</source>
            <translation> : les cycles isolés sont gardés {0} jours</translation>
        </message>
        <message>
            <source>; and {0} more</source>
            <translation> ; et encore {0}</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>Alarme</translation>
        </message>
        <message>
            <source>Alarm floods</source>
            <translation>Avalanches d’alarmes</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
        <message>
            <source>All {0} gateways answered in every recorded cycle:</source>
            <translation>Les {0} passerelles ont toutes répondu à chaque cycle enregistré :</translation>
        </message>
        <message>
            <source>And {0} more.</source>
            <translation>Et {0} de plus.</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Répondu</translation>
        </message>
        <message>
            <source>At the end</source>
            <translation>À la fin</translation>
        </message>
        <message>
            <source>At the end no alarm is known to stand, or to wait for somebody.</source>
            <translation>À la fin, aucune alarme connue n’est présente ni n’attend quelqu’un.</translation>
        </message>
        <message>
            <source>Availability</source>
            <translation>Disponibilité</translation>
        </message>
        <message>
            <source>Availability is the share of recorded cycles in which the gateway answered. Time without recording is not known, and counts neither way.</source>
            <translation>La disponibilité est la part des cycles enregistrés où la passerelle a répondu. Le temps sans enregistrement est inconnu, et ne compte ni pour ni contre.</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>Disponible</translation>
        </message>
        <message>
            <source>By the program itself: {0}.</source>
            <translation>Par le programme lui-même : {0}.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Variation</translation>
        </message>
        <message>
            <source>Circuit</source>
            <translation>Circuit</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complets</translation>
        </message>
        <message>
            <source>Complete marble totals</source>
            <translation>Totaux de billes complets</translation>
        </message>
        <message>
            <source>Complete marble totals per circuit over time</source>
            <translation>Totaux de billes complets par circuit dans le temps</translation>
        </message>
        <message>
            <source>Cycles</source>
            <translation>Cycles</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Détail</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Premier</translation>
        </message>
        <message>
            <source>Floods</source>
            <translation>Avalanches</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Durée</translation>
        </message>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>Gateways</source>
            <translation>Passerelles</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Haute</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Maxi</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>Période</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Dernier</translation>
        </message>
        <message>
            <source>Longest</source>
            <translation>Plus long</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Basse</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Mini</translation>
        </message>
        <message>
            <source>Made {0}</source>
            <translation>Établi {0}</translation>
        </message>
        <message>
            <source>Marbles</source>
            <translation>Billes</translation>
        </message>
        <message>
            <source>Mean time</source>
            <translation>Durée moyenne</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Moyenne</translation>
        </message>
        <message>
            <source>More than 10 alarms in 10 minutes, {0}:</source>
            <translation>Plus de 10 alarmes en 10 minutes, {0} :</translation>
        </message>
        <message>
            <source>Most frequent</source>
            <translation>Les plus fréquentes</translation>
        </message>
        <message>
            <source>Never more than 10 alarms in 10 minutes are recorded.</source>
            <translation>Jamais plus de 10 alarmes en 10 minutes enregistrées.</translation>
        </message>
        <message>
            <source>No alarm is recorded in this span.</source>
            <translation>Aucune alarme enregistrée dans cette durée.</translation>
        </message>
        <message>
            <source>No cycle was recorded in this span.</source>
            <translation>Aucun cycle enregistré dans cette durée.</translation>
        </message>
        <message>
            <source>Nothing that anybody did is recorded in this span.</source>
            <translation>Aucun acte de quiconque n’est enregistré dans cette durée.</translation>
        </message>
        <message>
            <source>Nothing was recorded in this span: nothing is known of the gateways.</source>
            <translation>Rien n’a été enregistré dans cette durée : rien n’est connu des passerelles.</translation>
        </message>
        <message>
            <source>Nothing was recorded in this span: nothing is known of the marbles.</source>
            <translation>Rien n’a été enregistré dans cette durée : rien n’est connu des billes.</translation>
        </message>
        <message>
            <source>Nothing was recorded, and nothing is known, in these times:</source>
            <translation>Rien n’a été enregistré, et rien n’est connu, dans ces temps :</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Sur</translation>
        </message>
        <message>
            <source>Outages</source>
            <translation>Pannes</translation>
        </message>
        <message>
            <source>Overruns</source>
            <translation>Dépassements</translation>
        </message>
        <message>
            <source>PLC</source>
            <translation>Automate</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <source>Program starts</source>
            <translation>Démarrages</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Enregistré</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>Rapport de poste</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>Single cycles of this time are not kept any more{0}. What is told of marbles, gateways and cycles comes from values per {1}; first and last are those at the end of a {2}.</source>
            <translation>Les cycles isolés de ce temps ne sont plus gardés{0}. Ce qui est dit des billes, des passerelles et des cycles vient de valeurs par {1} ; premier et dernier sont ceux de la fin d’une {2}.</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Sautés</translation>
        </message>
        <message>
            <source>Standing at the end</source>
            <translation>Présentes à la fin</translation>
        </message>
        <message>
            <source>Standing longest</source>
            <translation>Présentes le plus longtemps</translation>
        </message>
        <message>
            <source>Standing or not acknowledged at the end</source>
            <translation>Présentes ou non acquittées à la fin</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>The fleet changed: {0}. Change counts only what was gained or lost while the fleet was the same.</source>
            <translation>Le parc a changé : {0}. La variation ne compte que ce qui a été gagné ou perdu à parc égal.</translation>
        </message>
        <message>
            <source>The other {0} gateways answered in every recorded cycle:</source>
            <translation>Les {0} autres passerelles ont répondu à chaque cycle enregistré :</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Fois</translation>
        </message>
        <message>
            <source>To</source>
            <translation>À</translation>
        </message>
        <message>
            <source>Totals over every gateway only: a total without one of them is not a total, and is left out. Grey: no complete total, or nothing recorded.</source>
            <translation>Seulement les totaux de toutes les passerelles : un total où il en manque une n’est pas un total, et est omis. Gris : pas de total complet, ou rien d’enregistré.</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Acte</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Qui</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>répond</translation>
        </message>
        <message>
            <source>at</source>
            <translation>à</translation>
        </message>
        <message>
            <source>change</source>
            <translation>changement</translation>
        </message>
        <message>
            <source>changes</source>
            <translation>changements</translation>
        </message>
        <message>
            <source>cycle</source>
            <translation>cycle</translation>
        </message>
        <message>
            <source>cycles</source>
            <translation>cycles</translation>
        </message>
        <message>
            <source>from</source>
            <translation>de</translation>
        </message>
        <message>
            <source>gateway</source>
            <translation>passerelle</translation>
        </message>
        <message>
            <source>gateways</source>
            <translation>passerelles</translation>
        </message>
        <message>
            <source>hour</source>
            <translation>heure</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>perdue</translation>
        </message>
        <message>
            <source>minute</source>
            <translation>minute</translation>
        </message>
        <message>
            <source>never above 10 alarms in 10 min</source>
            <translation>jamais plus de 10 alarmes en 10 min</translation>
        </message>
        <message>
            <source>no complete total</source>
            <translation>pas de total complet</translation>
        </message>
        <message>
            <source>none waits to be acknowledged</source>
            <translation>aucune n’attend l’acquittement</translation>
        </message>
        <message>
            <source>not kept</source>
            <translation>non gardé</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>nothing known of {0}</source>
            <translation>rien de connu pendant {0}</translation>
        </message>
        <message>
            <source>nothing recorded</source>
            <translation>rien d’enregistré</translation>
        </message>
        <message>
            <source>over, not acknowledged</source>
            <translation>disparue, non acquittée</translation>
        </message>
        <message>
            <source>stands, acknowledged</source>
            <translation>présente, acquittée</translation>
        </message>
        <message>
            <source>stands, acknowledged by {0}</source>
            <translation>présente, acquittée par {0}</translation>
        </message>
        <message>
            <source>stands, not acknowledged</source>
            <translation>présente, non acquittée</translation>
        </message>
        <message>
            <source>still stands</source>
            <translation>encore présente</translation>
        </message>
        <message>
            <source>time</source>
            <translation>fois</translation>
        </message>
        <message>
            <source>times</source>
            <translation>fois</translation>
        </message>
        <message>
            <source>without a pause</source>
            <translation>sans interruption</translation>
        </message>
        <message>
            <source>{0} high, {1} medium, {2} low</source>
            <translation>{0} hautes, {1} moyennes, {2} basses</translation>
        </message>
        <message>
            <source>{0} in all</source>
            <translation>{0} en tout</translation>
        </message>
        <message>
            <source>{0} not acknowledged</source>
            <translation>{0} non acquittées</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} sur {1}</translation>
        </message>
        <message>
            <source>{0} of {1} at all times</source>
            <translation>{0} sur {1} en permanence</translation>
        </message>
        <message>
            <source>{0} s</source>
            <translation>{0} s</translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation>{0} à {1}</translation>
        </message>
        <message>
            <source>{0} until {1}, then {2}</source>
            <translation>{0} jusqu’à {1}, puis {2}</translation>
        </message>
    </context>
    <context>
        <name>said.acts</name>
        <message>
            <source>acknowledged</source>
            <translation>acquittée</translation>
        </message>
        <message>
            <source>alarms</source>
            <translation>alarmes</translation>
        </message>
        <message>
            <source>configured</source>
            <translation>configuré</translation>
        </message>
        <message>
            <source>disconnect wanted</source>
            <translation>déconnexion demandée</translation>
        </message>
        <message>
            <source>disconnected</source>
            <translation>déconnecté</translation>
        </message>
        <message>
            <source>file changed</source>
            <translation>fichier changé</translation>
        </message>
        <message>
            <source>in service</source>
            <translation>en service</translation>
        </message>
        <message>
            <source>muted</source>
            <translation>son coupé</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>hors service</translation>
        </message>
        <message>
            <source>priority</source>
            <translation>priorité</translation>
        </message>
        <message>
            <source>reset</source>
            <translation>réarmée</translation>
        </message>
        <message>
            <source>shelved</source>
            <translation>suspendue</translation>
        </message>
        <message>
            <source>silenced</source>
            <translation>son arrêté</translation>
        </message>
        <message>
            <source>started</source>
            <translation>démarré</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>arrêté</translation>
        </message>
        <message>
            <source>suppressed</source>
            <translation>inhibée</translation>
        </message>
        <message>
            <source>swept</source>
            <translation>tous déconnectés</translation>
        </message>
        <message>
            <source>totals written</source>
            <translation>totaux écrits</translation>
        </message>
        <message>
            <source>transition</source>
            <translation>transition</translation>
        </message>
        <message>
            <source>unmuted</source>
            <translation>son rétabli</translation>
        </message>
        <message>
            <source>unshelved</source>
            <translation>suspension levée</translation>
        </message>
        <message>
            <source>unsuppressed</source>
            <translation>inhibition levée</translation>
        </message>
    </context>
    <context>
        <name>said.addresses</name>
        <message>
            <source>RASP_catch is missing or not a text</source>
            <translation>RASP_catch manque ou n’est pas un texte</translation>
        </message>
        <message>
            <source>SQL query ({0})</source>
            <translation>requête SQL ({0})</translation>
        </message>
        <message>
            <source>SQLAlchemy is not installed</source>
            <translation>SQLAlchemy n’est pas installé</translation>
        </message>
        <message>
            <source>a column is missing</source>
            <translation>il manque une colonne</translation>
        </message>
        <message>
            <source>a field stands twice in its entry</source>
            <translation>un champ figure deux fois dans l’entrée</translation>
        </message>
        <message>
            <source>addresses.url is not a database URL</source>
            <translation>addresses.url n’est pas une URL de base de données</translation>
        </message>
        <message>
            <source>entry at {0}</source>
            <translation>entrée de {0}</translation>
        </message>
        <message>
            <source>example fleet</source>
            <translation>parc d’exemple</translation>
        </message>
        <message>
            <source>expected a name and an address on each line: API-1; 10.0.0.5</source>
            <translation>un nom et une adresse par ligne sont attendus : API-1; 10.0.0.5</translation>
        </message>
        <message>
            <source>expected an object with API and RASP_catch</source>
            <translation>un objet avec API et RASP_catch est attendu</translation>
        </message>
        <message>
            <source>expected an object {{"API-1": {{"API": "API-1", "RASP_catch": "10.0.0.5"}}, ...}}</source>
            <translation>un objet {{"API-1": {{"API": "API-1", "RASP_catch": "10.0.0.5"}}, ...}} est attendu</translation>
        </message>
        <message>
            <source>it is empty; write the list whole, then rename it into place</source>
            <translation>vide ; écrire la liste entière, puis la renommer à sa place</translation>
        </message>
        <message>
            <source>its API says {0}; the key and API must be the same name</source>
            <translation>son API dit {0} ; la clé et API doivent être le même nom</translation>
        </message>
        <message>
            <source>larger than {0} MiB; is it the address list?</source>
            <translation>plus de {0} Mio ; est-ce la liste d’adresses ?</translation>
        </message>
        <message>
            <source>line {0}</source>
            <translation>ligne {0}</translation>
        </message>
        <message>
            <source>may not be read; allow the program to read it</source>
            <translation>lecture interdite ; autoriser le programme à lire le fichier</translation>
        </message>
        <message>
            <source>no column {0}; found {1}</source>
            <translation>pas de colonne {0} ; trouvé : {1}</translation>
        </message>
        <message>
            <source>no database file {0}; change addresses.url</source>
            <translation>pas de fichier de base de données {0} ; changer addresses.url</translation>
        </message>
        <message>
            <source>no entry can be used ({0}: {1})</source>
            <translation>aucune entrée utilisable ({0} : {1})</translation>
        </message>
        <message>
            <source>no such file; put the list there or change addresses.path</source>
            <translation>fichier absent ; y mettre la liste ou changer addresses.path</translation>
        </message>
        <message>
            <source>not JSON: {0}</source>
            <translation>pas du JSON : {0}</translation>
        </message>
        <message>
            <source>not UTF-8 at byte {0}; save it as UTF-8</source>
            <translation>pas de l’UTF-8 à l’octet {0} ; enregistrer en UTF-8</translation>
        </message>
        <message>
            <source>not a file</source>
            <translation>ce n’est pas un fichier</translation>
        </message>
        <message>
            <source>not a file; change addresses.path</source>
            <translation>ce n’est pas un fichier ; changer addresses.path</translation>
        </message>
        <message>
            <source>not a table: {0}</source>
            <translation>ce n’est pas un tableau : {0}</translation>
        </message>
        <message>
            <source>not a web address; change addresses.url</source>
            <translation>ce n’est pas une adresse web ; changer addresses.url</translation>
        </message>
        <message>
            <source>not an address list: nested too deeply</source>
            <translation>ce n’est pas une liste d’adresses : imbrication trop profonde</translation>
        </message>
        <message>
            <source>shares {0} with another PLC; neither is asked</source>
            <translation>partage {0} avec un autre automate ; aucun des deux n’est interrogé</translation>
        </message>
        <message>
            <source>stands with several addresses; not asked at {0}</source>
            <translation>figure avec plusieurs adresses ; non interrogé à {0}</translation>
        </message>
        <message>
            <source>stands {0} times with one address; asked once</source>
            <translation>figure {0} fois avec une même adresse ; interrogé une fois</translation>
        </message>
        <message>
            <source>status {0} instead of 200; ask its administrator</source>
            <translation>statut {0} au lieu de 200 ; voir son administrateur</translation>
        </message>
        <message>
            <source>status {0}: it redirects; write the final address</source>
            <translation>statut {0} : redirection ; écrire l’adresse finale</translation>
        </message>
        <message>
            <source>the PLC has no name</source>
            <translation>l’automate n’a pas de nom</translation>
        </message>
        <message>
            <source>the driver {0} is not installed</source>
            <translation>le pilote {0} n’est pas installé</translation>
        </message>
        <message>
            <source>the environment has no {0}; addresses.url needs it</source>
            <translation>l’environnement n’a pas de {0} ; addresses.url en a besoin</translation>
        </message>
        <message>
            <source>the example fleet did not start: {0}</source>
            <translation>le parc d’exemple n’a pas démarré : {0}</translation>
        </message>
        <message>
            <source>the file is empty; expected the columns API and RASP_catch</source>
            <translation>le fichier est vide ; les colonnes API et RASP_catch sont attendues</translation>
        </message>
        <message>
            <source>the list is empty</source>
            <translation>la liste est vide</translation>
        </message>
        <message>
            <source>the list names no gateway</source>
            <translation>la liste ne nomme aucune passerelle</translation>
        </message>
        <message>
            <source>the name is longer than {0} characters</source>
            <translation>le nom dépasse {0} caractères</translation>
        </message>
        <message>
            <source>the name is not valid text</source>
            <translation>le nom n’est pas un texte valide</translation>
        </message>
        <message>
            <source>the query gives no rows; addresses.query must be a SELECT</source>
            <translation>la requête ne donne aucune ligne ; addresses.query doit être un SELECT</translation>
        </message>
        <message>
            <source>the source failed: {0}</source>
            <translation>la source a échoué : {0}</translation>
        </message>
        <message>
            <source>unknown kind of database; change addresses.url</source>
            <translation>genre de base de données inconnu ; changer addresses.url</translation>
        </message>
        <message>
            <source>{0} is not a host or host:port</source>
            <translation>{0} n’est ni un hôte ni hôte:port</translation>
        </message>
        <message>
            <source>{0}; is its server up?</source>
            <translation>{0} ; son serveur est-il en marche ?</translation>
        </message>
        <message>
            <source>{0}; pip install "watchdoge-supercharged[{1}]"</source>
            <translation>{0} ; pip install "watchdoge-supercharged[{1}]"</translation>
        </message>
        <message>
            <source>{0}; {1} more entries</source>
            <translation>{0} ; {1} autres entrées</translation>
        </message>
    </context>
    <context>
        <name>said.alarms</name>
        <message>
            <source>no answer</source>
            <translation>pas de réponse</translation>
        </message>
        <message>
            <source>{0} (last known)</source>
            <translation>{0} (dernière connue)</translation>
        </message>
        <message>
            <source>{0} of {1} gateways</source>
            <translation>{0} passerelles sur {1}</translation>
        </message>
    </context>
    <context>
        <name>said.answers</name>
        <message>
            <source>a key stands twice</source>
            <translation>une clé figure deux fois</translation>
        </message>
        <message>
            <source>a lone surrogate in a text</source>
            <translation>un demi-codet isolé dans un texte</translation>
        </message>
        <message>
            <source>a number of {0} digits</source>
            <translation>un nombre de {0} chiffres</translation>
        </message>
        <message>
            <source>budget used up</source>
            <translation>temps épuisé</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>annulé</translation>
        </message>
        <message>
            <source>circuit {0}: {1} is not a possible count</source>
            <translation>circuit {0} : {1} n’est pas un compte possible</translation>
        </message>
        <message>
            <source>circuit {0}: {1} is not an integer</source>
            <translation>circuit {0} : {1} n’est pas un entier</translation>
        </message>
        <message>
            <source>connection broken</source>
            <translation>connexion rompue</translation>
        </message>
        <message>
            <source>connection refused</source>
            <translation>connexion refusée</translation>
        </message>
        <message>
            <source>empty answer</source>
            <translation>réponse vide</translation>
        </message>
        <message>
            <source>expected {0} counts, got {1}</source>
            <translation>{0} comptes attendus, reçu {1}</translation>
        </message>
        <message>
            <source>expected {{"value": number}}, got {0}</source>
            <translation>{{"value": nombre}} attendu, reçu {0}</translation>
        </message>
        <message>
            <source>nested too deeply</source>
            <translation>imbrication trop profonde</translation>
        </message>
        <message>
            <source>no answer from the name server in {0} s</source>
            <translation>pas de réponse du serveur de noms en {0} s</translation>
        </message>
        <message>
            <source>no answer in {0} s</source>
            <translation>pas de réponse en {0} s</translation>
        </message>
        <message>
            <source>no longer in the address list</source>
            <translation>n’est plus dans la liste d’adresses</translation>
        </message>
        <message>
            <source>not JSON: {0} at character {1}</source>
            <translation>pas du JSON : {0} au caractère {1}</translation>
        </message>
        <message>
            <source>not UTF-8 at byte {0}</source>
            <translation>pas de l’UTF-8 à l’octet {0}</translation>
        </message>
        <message>
            <source>payload</source>
            <translation>contenu</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refusée</translation>
        </message>
        <message>
            <source>status</source>
            <translation>statut</translation>
        </message>
        <message>
            <source>status {0}</source>
            <translation>statut {0}</translation>
        </message>
        <message>
            <source>the answer is too large</source>
            <translation>la réponse est trop grande</translation>
        </message>
        <message>
            <source>the answer's head is too large</source>
            <translation>l’en-tête de la réponse est trop grand</translation>
        </message>
        <message>
            <source>the connection broke</source>
            <translation>la connexion s’est rompue</translation>
        </message>
        <message>
            <source>the connection broke before the whole answer was there</source>
            <translation>la connexion s’est rompue avant la fin de la réponse</translation>
        </message>
        <message>
            <source>the connection closed before an answer; not sent again, as it acts</source>
            <translation>la connexion s’est fermée avant une réponse ; non renvoyée, car elle agit</translation>
        </message>
        <message>
            <source>the connection closed in the middle of the answer</source>
            <translation>la connexion s’est fermée au milieu de la réponse</translation>
        </message>
        <message>
            <source>the connection closed without an answer</source>
            <translation>la connexion s’est fermée sans réponse</translation>
        </message>
        <message>
            <source>the host's name is not known</source>
            <translation>le nom de l’hôte est inconnu</translation>
        </message>
        <message>
            <source>the program is stopping</source>
            <translation>le programme s’arrête</translation>
        </message>
        <message>
            <source>timeout</source>
            <translation>délai dépassé</translation>
        </message>
        <message>
            <source>too large</source>
            <translation>trop grande</translation>
        </message>
        <message>
            <source>unknown host</source>
            <translation>hôte inconnu</translation>
        </message>
        <message>
            <source>unreachable</source>
            <translation>injoignable</translation>
        </message>
        <message>
            <source>{0} is not JSON</source>
            <translation>{0} n’est pas du JSON</translation>
        </message>
        <message>
            <source>{0} is not a finite number</source>
            <translation>{0} n’est pas un nombre fini</translation>
        </message>
        <message>
            <source>{0} is not a number</source>
            <translation>{0} n’est pas un nombre</translation>
        </message>
        <message>
            <source>{0} s for all questions are used up</source>
            <translation>les {0} s pour toutes les questions sont épuisées</translation>
        </message>
    </context>
    <context>
        <name>said.config</name>
        <message>
            <source>did you mean {0}?</source>
            <translation>vouliez-vous dire {0} ?</translation>
        </message>
        <message>
            <source>expected a JSON object</source>
            <translation>un objet JSON est attendu</translation>
        </message>
        <message>
            <source>it begins with {{ and ends with }}</source>
            <translation>il commence par {{ et finit par }}</translation>
        </message>
        <message>
            <source>keep one of them</source>
            <translation>n’en garder qu’une</translation>
        </message>
        <message>
            <source>known here: {0}</source>
            <translation>connues ici : {0}</translation>
        </message>
        <message>
            <source>line {0}, column {1}</source>
            <translation>ligne {0}, colonne {1}</translation>
        </message>
        <message>
            <source>not JSON: {0}</source>
            <translation>pas du JSON : {0}</translation>
        </message>
        <message>
            <source>not JSON: {0} at {1}</source>
            <translation>pas du JSON : {0} à {1}</translation>
        </message>
        <message>
            <source>not a configuration: nested too deeply</source>
            <translation>ce n’est pas une configuration : imbrication trop profonde</translation>
        </message>
        <message>
            <source>not a log format: {0}</source>
            <translation>ce n’est pas un format de journal : {0}</translation>
        </message>
        <message>
            <source>one of file, url, sql</source>
            <translation>l’un de file, url, sql</translation>
        </message>
        <message>
            <source>put the file back</source>
            <translation>remettre le fichier</translation>
        </message>
        <message>
            <source>save it as UTF-8</source>
            <translation>l’enregistrer en UTF-8</translation>
        </message>
        <message>
            <source>see https://json.org</source>
            <translation>voir https://json.org</translation>
        </message>
        <message>
            <source>this key is missing</source>
            <translation>cette clé manque</translation>
        </message>
        <message>
            <source>this key stands twice in one object</source>
            <translation>cette clé figure deux fois dans un objet</translation>
        </message>
        <message>
            <source>unknown key</source>
            <translation>clé inconnue</translation>
        </message>
        <message>
            <source>unknown source</source>
            <translation>source inconnue</translation>
        </message>
        <message>
            <source>{0} cannot be read: {1}</source>
            <translation>{0} ne peut pas être lu : {1}</translation>
        </message>
        <message>
            <source>{0} is a question of the gateway itself; choose another name</source>
            <translation>{0} est une question de la passerelle elle-même ; choisir un autre nom</translation>
        </message>
        <message>
            <source>{0} is larger than 1 MiB</source>
            <translation>{0} dépasse 1 Mio</translation>
        </message>
        <message>
            <source>{0} is none of {1}</source>
            <translation>{0} n’est aucun de {1}</translation>
        </message>
        <message>
            <source>{0} is not UTF-8 at byte {1}</source>
            <translation>{0} n’est pas de l’UTF-8 à l’octet {1}</translation>
        </message>
        <message>
            <source>{0} is not a file</source>
            <translation>{0} n’est pas un fichier</translation>
        </message>
        <message>
            <source>{0} is not there</source>
            <translation>{0} n’est pas là</translation>
        </message>
        <message>
            <source>{0} must be 1 to 64 letters, digits, '_' or '-'</source>
            <translation>{0} doit avoir 1 à 64 lettres, chiffres, '_' ou '-'</translation>
        </message>
        <message>
            <source>{0} must be at least history.{1}, {2}</source>
            <translation>{0} doit être au moins history.{1}, {2}</translation>
        </message>
        <message>
            <source>{0} must be less than threshold, {1}</source>
            <translation>{0} doit être inférieur à threshold, {1}</translation>
        </message>
        <message>
            <source>{0} s must be at least gateway.deadline_s, {1} s</source>
            <translation>{0} s doit être au moins gateway.deadline_s, {1} s</translation>
        </message>
        <message>
            <source>{0} stands more than once</source>
            <translation>{0} figure plus d’une fois</translation>
        </message>
    </context>
    <context>
        <name>said.files</name>
        <message>
            <source>a sheet holds {0} rows and {1} columns; CSV holds more</source>
            <translation>une feuille contient {0} lignes et {1} colonnes ; un CSV en contient plus</translation>
        </message>
        <message>
            <source>cannot be opened: {0}</source>
            <translation>ouverture impossible : {0}</translation>
        </message>
        <message>
            <source>cannot be written: the line was cut short</source>
            <translation>écriture impossible : la ligne a été coupée</translation>
        </message>
        <message>
            <source>cannot be written: {0}</source>
            <translation>écriture impossible : {0}</translation>
        </message>
        <message>
            <source>not a whole path</source>
            <translation>ce n’est pas un chemin complet</translation>
        </message>
        <message>
            <source>{0} cannot be read: {1}</source>
            <translation>{0} ne peut pas être lu : {1}</translation>
        </message>
        <message>
            <source>{0} cannot be written</source>
            <translation>{0} ne peut pas être écrit</translation>
        </message>
        <message>
            <source>{0} cannot be written: {1}</source>
            <translation>{0} ne peut pas être écrit : {1}</translation>
        </message>
        <message>
            <source>{0} is larger than 1 MiB</source>
            <translation>{0} dépasse 1 Mio</translation>
        </message>
        <message>
            <source>{0} is no folder</source>
            <translation>{0} n’est pas un dossier</translation>
        </message>
        <message>
            <source>{0} is not UTF-8 at byte {1}</source>
            <translation>{0} n’est pas de l’UTF-8 à l’octet {1}</translation>
        </message>
        <message>
            <source>{0} is not a file</source>
            <translation>{0} n’est pas un fichier</translation>
        </message>
        <message>
            <source>{0} is not there any more</source>
            <translation>{0} n’est plus là</translation>
        </message>
        <message>
            <source>{0} is write-protected</source>
            <translation>{0} est protégé en écriture</translation>
        </message>
        <message>
            <source>{0} may not be written to</source>
            <translation>l’écriture dans {0} n’est pas permise</translation>
        </message>
        <message>
            <source>{0} was changed by somebody else meanwhile</source>
            <translation>{0} a été modifié entre-temps par quelqu’un d’autre</translation>
        </message>
        <message>
            <source>{0}: a report's name ends in .pdf or .html</source>
            <translation>{0} : le nom d’un rapport finit par .pdf ou .html</translation>
        </message>
        <message>
            <source>{0}: given up, nothing is written</source>
            <translation>{0} : abandonné, rien n’est écrit</translation>
        </message>
        <message>
            <source>{0}: no new file begun: {1}</source>
            <translation>{0} : pas de nouveau fichier commencé : {1}</translation>
        </message>
        <message>
            <source>{0}: the text cannot be written as UTF-8</source>
            <translation>{0} : le texte ne peut pas être écrit en UTF-8</translation>
        </message>
        <message>
            <source>{0}: {1}; the log goes to standard error</source>
            <translation>{0} : {1} ; le journal va à la sortie d’erreur</translation>
        </message>
    </context>
    <context>
        <name>said.history</name>
        <message>
            <source>cannot be opened; check that its folder exists and may be written</source>
            <translation>ouverture impossible ; vérifier que le dossier existe et permet l’écriture</translation>
        </message>
        <message>
            <source>cannot be written; check the permissions of the file and of its folder</source>
            <translation>écriture impossible ; vérifier les droits du fichier et de son dossier</translation>
        </message>
        <message>
            <source>damaged on the server; restore it from a backup there</source>
            <translation>endommagée sur le serveur ; la restaurer là d’une sauvegarde</translation>
        </message>
        <message>
            <source>does not let this user in; check the user and the password in history.url</source>
            <translation>n’accepte pas cet utilisateur ; vérifier l’utilisateur et le mot de passe dans history.url</translation>
        </message>
        <message>
            <source>has no connection or memory to spare; {0}</source>
            <translation>n’a plus de connexion ou de mémoire ; {0}</translation>
        </message>
        <message>
            <source>has no such database; make it, or change history.url</source>
            <translation>n’a pas cette base ; la créer, ou changer history.url</translation>
        </message>
        <message>
            <source>held by another program; end it, it is tried again</source>
            <translation>tenu par un autre programme ; le terminer, un nouvel essai suit</translation>
        </message>
        <message>
            <source>held by another station; it is tried again</source>
            <translation>tenu par un autre poste ; un nouvel essai suit</translation>
        </message>
        <message>
            <source>history.url is not a database URL; write postgresql://host/name</source>
            <translation>history.url n’est pas une URL de base ; écrire postgresql://hôte/nom</translation>
        </message>
        <message>
            <source>history.url: only postgresql:// is known; change it</source>
            <translation>history.url : seul postgresql:// est connu ; le changer</translation>
        </message>
        <message>
            <source>holds tables of another program; choose another database</source>
            <translation>contient les tables d’un autre programme ; choisir une autre base</translation>
        </message>
        <message>
            <source>is being stopped or started; {0}</source>
            <translation>est en cours d’arrêt ou de démarrage ; {0}</translation>
        </message>
        <message>
            <source>it is set aside, and a new one begun, when the recording starts anew</source>
            <translation>il est mis de côté, et un nouveau commencé, à la reprise de l’enregistrement</translation>
        </message>
        <message>
            <source>it is tried again; check the server, the network and history.url</source>
            <translation>un nouvel essai suit ; vérifier le serveur, le réseau et history.url</translation>
        </message>
        <message>
            <source>its disk does not take or give what is asked; check the disk and the room on it</source>
            <translation>son disque ne prend ou ne rend pas ce qui est demandé ; vérifier le disque et sa place</translation>
        </message>
        <message>
            <source>its disk does not take or give what is asked; check the server's disk</source>
            <translation>son disque ne prend ou ne rend pas ce qui est demandé ; vérifier le disque du serveur</translation>
        </message>
        <message>
            <source>name one with --config, or see an example fleet with --demo</source>
            <translation>en nommer une avec --config, ou voir un parc d’exemple avec --demo</translation>
        </message>
        <message>
            <source>no room left on its disk; make room</source>
            <translation>plus de place sur son disque ; en libérer</translation>
        </message>
        <message>
            <source>no room left on the server's disk; make room</source>
            <translation>plus de place sur le disque du serveur ; en libérer</translation>
        </message>
        <message>
            <source>nothing is recorded yet</source>
            <translation>rien n’est encore enregistré</translation>
        </message>
        <message>
            <source>nothing is recorded yet in {0}</source>
            <translation>rien n’est encore enregistré dans {0}</translation>
        </message>
        <message>
            <source>spool: {0}; start the newer WatchDoge, which sends it</source>
            <translation>file d’attente : {0} ; lancer le WatchDoge plus récent, qui l’envoie</translation>
        </message>
        <message>
            <source>takes no writing now, as a standby does; check which server is the first</source>
            <translation>n’accepte pas d’écriture, comme un serveur de secours ; vérifier quel serveur est le premier</translation>
        </message>
        <message>
            <source>the connection broke; {0}</source>
            <translation>la connexion s’est rompue ; {0}</translation>
        </message>
        <message>
            <source>the environment has no {0}; history.url needs it</source>
            <translation>l’environnement n’a pas de {0} ; history.url en a besoin</translation>
        </message>
        <message>
            <source>the readings of {0} cycles were dropped for want of room</source>
            <translation>les mesures de {0} cycles ont été abandonnées faute de place</translation>
        </message>
        <message>
            <source>there is no configuration at {0}</source>
            <translation>il n’y a pas de configuration à {0}</translation>
        </message>
        <message>
            <source>this user may not do that there; grant it CREATE on the schema</source>
            <translation>cet utilisateur n’y a pas ce droit ; lui accorder CREATE sur le schéma</translation>
        </message>
        <message>
            <source>took too long over it; it is tried again</source>
            <translation>a pris trop de temps ; un nouvel essai suit</translation>
        </message>
        <message>
            <source>{0} recordings on this disk cannot be read and were passed over</source>
            <translation>{0} enregistrements sur ce disque sont illisibles et ont été passés</translation>
        </message>
        <message>
            <source>{0} recordings wait on this disk</source>
            <translation>{0} enregistrements attendent sur ce disque</translation>
        </message>
        <message>
            <source>{0} recordings wait on this disk since {1}</source>
            <translation>{0} enregistrements attendent sur ce disque depuis {1}</translation>
        </message>
        <message>
            <source>{0} was damaged; set aside as {1}, and a new one was begun</source>
            <translation>{0} était endommagé ; mis de côté comme {1}, et un nouveau commencé</translation>
        </message>
        <message>
            <source>{0}: an older copy of the file whose recordings were sent before</source>
            <translation>{0} : une copie plus ancienne du fichier dont les enregistrements ont été envoyés</translation>
        </message>
        <message>
            <source>{0}: another WatchDoge records this plant; end it, this one takes over then</source>
            <translation>{0} : un autre WatchDoge enregistre cette installation ; le terminer, celui-ci prendra la suite</translation>
        </message>
        <message>
            <source>{0}: cannot be reached ({1}); {2}</source>
            <translation>{0} : injoignable ({1}) ; {2}</translation>
        </message>
        <message>
            <source>{0}: cannot be read: {1}</source>
            <translation>{0} : lecture impossible : {1}</translation>
        </message>
        <message>
            <source>{0}: cannot be written: {1}</source>
            <translation>{0} : écriture impossible : {1}</translation>
        </message>
        <message>
            <source>{0}: cannot be written; check its folder</source>
            <translation>{0} : écriture impossible ; vérifier son dossier</translation>
        </message>
        <message>
            <source>{0}: damaged (an entry that cannot be: {1}); {2}</source>
            <translation>{0} : endommagé (une entrée impossible : {1}) ; {2}</translation>
        </message>
        <message>
            <source>{0}: damaged (readings that cannot be: {1}); {2}</source>
            <translation>{0} : endommagé (des mesures impossibles : {1}) ; {2}</translation>
        </message>
        <message>
            <source>{0}: damaged ({1}); {2}</source>
            <translation>{0} : endommagé ({1}) ; {2}</translation>
        </message>
        <message>
            <source>{0}: damaged ({1}: {2})</source>
            <translation>{0} : endommagé ({1} : {2})</translation>
        </message>
        <message>
            <source>{0}: damaged on the server; restore it from a backup there</source>
            <translation>{0} : endommagée sur le serveur ; la restaurer là d’une sauvegarde</translation>
        </message>
        <message>
            <source>{0}: holds an entry of a newer WatchDoge (number {1}); read it with that one</source>
            <translation>{0} : contient une entrée d’un WatchDoge plus récent (numéro {1}) ; la lire avec celui-là</translation>
        </message>
        <message>
            <source>{0}: its tables are to be brought to a newer version, and a copy is made before; that needs {1} MB on its disk, {2} MB are free; make room</source>
            <translation>{0} : ses tables doivent passer à une version plus récente, après une copie ; il faut {1} Mo sur son disque, {2} Mo sont libres ; libérer de la place</translation>
        </message>
        <message>
            <source>{0}: no room left on its disk for readings; make room</source>
            <translation>{0} : plus de place sur son disque pour les mesures ; en libérer</translation>
        </message>
        <message>
            <source>{0}: removed or replaced while in use; leave it to the program</source>
            <translation>{0} : retiré ou remplacé pendant l’usage ; le laisser au programme</translation>
        </message>
        <message>
            <source>{0}: the database of another program; choose another file</source>
            <translation>{0} : la base d’un autre programme ; choisir un autre fichier</translation>
        </message>
        <message>
            <source>{0}: was left in the middle of its beginning; start the recording, which heals it</source>
            <translation>{0} : laissé au milieu de son commencement ; lancer l’enregistrement, qui le répare</translation>
        </message>
        <message>
            <source>{0}: written by a newer WatchDoge (version {1} of the tables, this one writes {2}); install the newer one again, or choose another file</source>
            <translation>{0} : écrit par un WatchDoge plus récent (version {1} des tables, celui-ci écrit {2}) ; réinstaller le plus récent, ou choisir un autre fichier</translation>
        </message>
        <message>
            <source>{0}: {1}; check its folder</source>
            <translation>{0} : {1} ; vérifier son dossier</translation>
        </message>
    </context>
    <context>
        <name>said.libraries</name>
        <message>
            <source>Could not connect to server</source>
            <translation>connexion au serveur impossible</translation>
        </message>
        <message>
            <source>Couldn't connect to server</source>
            <translation>connexion au serveur impossible</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>quota de disque dépassé</translation>
        </message>
        <message>
            <source>Expecting ',' delimiter</source>
            <translation>le séparateur ',' est attendu</translation>
        </message>
        <message>
            <source>Expecting ':' delimiter</source>
            <translation>le séparateur ':' est attendu</translation>
        </message>
        <message>
            <source>Expecting property name enclosed in double quotes</source>
            <translation>un nom entre guillemets doubles est attendu</translation>
        </message>
        <message>
            <source>Expecting value</source>
            <translation>une valeur est attendue</translation>
        </message>
        <message>
            <source>Extra data</source>
            <translation>données en trop</translation>
        </message>
        <message>
            <source>Failed to connect to {0} port {1} after {2} ms: {3}</source>
            <translation>connexion à {0} port {1} impossible après {2} ms : {3}</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>le fichier existe</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>erreur d’entrée-sortie</translation>
        </message>
        <message>
            <source>Invalid \escape</source>
            <translation>échappement \ interdit</translation>
        </message>
        <message>
            <source>Invalid \uXXXX escape</source>
            <translation>échappement \uXXXX interdit</translation>
        </message>
        <message>
            <source>Invalid control character at</source>
            <translation>caractère de commande interdit</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>c’est un dossier</translation>
        </message>
        <message>
            <source>Network is unreachable</source>
            <translation>le réseau est injoignable</translation>
        </message>
        <message>
            <source>No route to host</source>
            <translation>pas de route vers l’hôte</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>plus de place sur le disque</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>fichier ou dossier absent</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>ce n’est pas un dossier</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>permission refusée</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>système de fichiers en lecture seule</translation>
        </message>
        <message>
            <source>Received HTTP/0.9 when not allowed</source>
            <translation>réponse qui n’est pas du HTTP</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>trop de fichiers ouverts</translation>
        </message>
        <message>
            <source>Unterminated string starting at</source>
            <translation>texte sans fin commençant</translation>
        </message>
        <message>
            <source>database disk image is malformed</source>
            <translation>le contenu de la base est altéré</translation>
        </message>
        <message>
            <source>database is locked</source>
            <translation>la base est verrouillée</translation>
        </message>
        <message>
            <source>field required</source>
            <translation>champ obligatoire</translation>
        </message>
        <message>
            <source>file is not a database</source>
            <translation>le fichier n’est pas une base de données</translation>
        </message>
        <message>
            <source>input should be '{0}'</source>
            <translation>'{0}' est attendu</translation>
        </message>
        <message>
            <source>input should be a finite number</source>
            <translation>un nombre fini est attendu</translation>
        </message>
        <message>
            <source>input should be a valid array</source>
            <translation>une liste est attendue</translation>
        </message>
        <message>
            <source>input should be a valid boolean</source>
            <translation>true ou false est attendu</translation>
        </message>
        <message>
            <source>input should be a valid integer</source>
            <translation>un entier est attendu</translation>
        </message>
        <message>
            <source>input should be a valid integer, got a number with a fractional part</source>
            <translation>un entier est attendu, reçu un nombre à décimales</translation>
        </message>
        <message>
            <source>input should be a valid number</source>
            <translation>un nombre est attendu</translation>
        </message>
        <message>
            <source>input should be a valid string</source>
            <translation>un texte est attendu</translation>
        </message>
        <message>
            <source>input should be an object</source>
            <translation>un objet est attendu</translation>
        </message>
        <message>
            <source>input should be greater than or equal to {0}</source>
            <translation>la valeur doit être supérieure ou égale à {0}</translation>
        </message>
        <message>
            <source>input should be greater than {0}</source>
            <translation>la valeur doit être supérieure à {0}</translation>
        </message>
        <message>
            <source>input should be less than or equal to {0}</source>
            <translation>la valeur doit être inférieure ou égale à {0}</translation>
        </message>
        <message>
            <source>input should be less than {0}</source>
            <translation>la valeur doit être inférieure à {0}</translation>
        </message>
        <message>
            <source>input should be null</source>
            <translation>null est attendu</translation>
        </message>
        <message>
            <source>string should have at least {0} character</source>
            <translation>le texte doit avoir au moins {0} caractère</translation>
        </message>
        <message>
            <source>string should have at least {0} characters</source>
            <translation>le texte doit avoir au moins {0} caractères</translation>
        </message>
        <message>
            <source>string should have at most {0} character</source>
            <translation>le texte doit avoir au plus {0} caractère</translation>
        </message>
        <message>
            <source>string should have at most {0} characters</source>
            <translation>le texte doit avoir au plus {0} caractères</translation>
        </message>
        <message>
            <source>string should match pattern '{0}'</source>
            <translation>le texte doit suivre la forme '{0}'</translation>
        </message>
        <message>
            <source>tuple should have at least {0} items after validation, not {1}</source>
            <translation>la liste doit avoir au moins {0} éléments, non {1}</translation>
        </message>
        <message>
            <source>tuple should have at most {0} items after validation, not more</source>
            <translation>la liste doit avoir au plus {0} éléments, pas plus</translation>
        </message>
        <message>
            <source>tuple should have at most {0} items after validation, not {1}</source>
            <translation>la liste doit avoir au plus {0} éléments, non {1}</translation>
        </message>
        <message>
            <source>{0}, got {1}</source>
            <translation>{0}, reçu {1}</translation>
        </message>
        <message>
            <source>{0}: line {1} column {2} (char {3})</source>
            <translation>{0} : ligne {1} colonne {2} (caractère {3})</translation>
        </message>
    </context>
    <context>
        <name>said.responses</name>
        <message>
            <source>A longer interval or a shorter deadline would help.</source>
            <translation>Une période plus longue ou un délai plus court aiderait.</translation>
        </message>
        <message>
            <source>Check its cable, its power supply and its network.</source>
            <translation>Vérifier son câble, son alimentation et son réseau.</translation>
        </message>
        <message>
            <source>Check its power and its network; it is asked again every cycle.</source>
            <translation>Vérifier son alimentation et son réseau ; elle est de nouveau interrogée à chaque cycle.</translation>
        </message>
        <message>
            <source>Check loudspeaker and audio server; alarms are shown, but cannot be heard.</source>
            <translation>Vérifier le haut-parleur et le serveur audio ; les alarmes sont montrées, mais ne peuvent pas être entendues.</translation>
        </message>
        <message>
            <source>Check the PLC; disconnect it again or at the device.</source>
            <translation>Vérifier l’automate ; le déconnecter de nouveau ou sur l’appareil.</translation>
        </message>
        <message>
            <source>Check the gateway's load and its network.</source>
            <translation>Vérifier la charge de la passerelle et son réseau.</translation>
        </message>
        <message>
            <source>Check the gateway's program.</source>
            <translation>Vérifier le programme de la passerelle.</translation>
        </message>
        <message>
            <source>Check the machine's time synchronisation; recorded times jump, delays do not.</source>
            <translation>Vérifier la synchronisation de l’heure ; les heures enregistrées sautent, pas les délais.</translation>
        </message>
        <message>
            <source>Check the recordings' folder and the room on its disk.</source>
            <translation>Vérifier le dossier des enregistrements et la place sur son disque.</translation>
        </message>
        <message>
            <source>Check the source of the list; the last good one stays in force.</source>
            <translation>Vérifier la source de la liste ; la dernière bonne reste en vigueur.</translation>
        </message>
        <message>
            <source>Check what they share: switch, power, this machine's network.</source>
            <translation>Vérifier ce qu’elles partagent : commutateur, alimentation, réseau de cette machine.</translation>
        </message>
        <message>
            <source>Disconnect a PLC of this circuit.</source>
            <translation>Déconnecter un automate de ce circuit.</translation>
        </message>
        <message>
            <source>Look after the plant.</source>
            <translation>Intervenir sur l’installation.</translation>
        </message>
        <message>
            <source>Look for marbles lost or counted twice on this circuit.</source>
            <translation>Chercher des billes perdues ou comptées deux fois sur ce circuit.</translation>
        </message>
        <message>
            <source>Make room on the disk of the recordings.</source>
            <translation>Libérer de la place sur le disque des enregistrements.</translation>
        </message>
        <message>
            <source>Make room on the recordings' disk, or bring the database server back.</source>
            <translation>Libérer de la place sur le disque des enregistrements, ou rétablir le serveur de base de données.</translation>
        </message>
        <message>
            <source>See the fleet table for who is missing.</source>
            <translation>Voir dans le tableau du parc qui manque.</translation>
        </message>
    </context>
    <context>
        <name>said.sound</name>
        <message>
            <source>cannot be played</source>
            <translation>lecture impossible</translation>
        </message>
        <message>
            <source>cannot be played: {0}</source>
            <translation>lecture impossible : {0}</translation>
        </message>
        <message>
            <source>is not there</source>
            <translation>n’est pas là</translation>
        </message>
        <message>
            <source>it is cut short</source>
            <translation>il est tronqué</translation>
        </message>
        <message>
            <source>no audio device</source>
            <translation>pas de périphérique audio</translation>
        </message>
        <message>
            <source>not tried yet</source>
            <translation>pas encore essayé</translation>
        </message>
        <message>
            <source>the sound did not come to its end: the audio server was restarted or is stuck</source>
            <translation>le son n’est pas allé à sa fin : le serveur audio a redémarré ou est bloqué</translation>
        </message>
        <message>
            <source>the sound library cannot be loaded: {0}</source>
            <translation>la bibliothèque de son ne peut pas être chargée : {0}</translation>
        </message>
        <message>
            <source>the sound player cannot be started</source>
            <translation>le lecteur de sons ne peut pas être lancé</translation>
        </message>
        <message>
            <source>the sound player does not answer</source>
            <translation>le lecteur de sons ne répond pas</translation>
        </message>
        <message>
            <source>the sound player ended unexpectedly</source>
            <translation>le lecteur de sons s’est terminé de façon inattendue</translation>
        </message>
        <message>
            <source>through the platform's player</source>
            <translation>par le lecteur de la plateforme</translation>
        </message>
        <message>
            <source>{0} cannot be played</source>
            <translation>{0} ne peut pas être joué</translation>
        </message>
    </context>
    <context>
        <name>said.web</name>
        <message>
            <source>behind a proxy other machines ask, and there is no flask.token; set one, or no flask.proxy</source>
            <translation>derrière un mandataire, d’autres machines demandent, et il n’y a pas de flask.token ; donnez-en un, ou retirez flask.proxy</translation>
        </message>
        <message>
            <source>port {1} needs an administrator's rights; choose a flask.port above 1023</source>
            <translation>le port {1} exige les droits d’administrateur ; choisissez un flask.port au-dessus de 1023</translation>
        </message>
        <message>
            <source>port {1} of {0} is taken by another program; it is tried again; or change flask.port</source>
            <translation>le port {1} de {0} est pris par un autre programme ; un nouvel essai suivra ; ou changez flask.port</translation>
        </message>
        <message>
            <source>unexpected error; see the log</source>
            <translation>erreur inattendue ; voir le journal</translation>
        </message>
        <message>
            <source>{0} can be reached from other machines, and there is no flask.token; set one, or serve on 127.0.0.1</source>
            <translation>{0} est joignable depuis d’autres machines, et il n’y a pas de flask.token ; donnez-en un, ou servez sur 127.0.0.1</translation>
        </message>
        <message>
            <source>{0} is no address of this machine; change flask.host</source>
            <translation>{0} n’est pas une adresse de cette machine ; changez flask.host</translation>
        </message>
        <message>
            <source>{0} port {1}: {2}; change flask.host or flask.port</source>
            <translation>{0} port {1} : {2} ; changez flask.host ou flask.port</translation>
        </message>
    </context>
    <context>
        <name>web</name>
        <message>
            <source>1 active alarm is hidden: shelved, suppressed or out of service</source>
            <translation>1 alarme active est masquée : suspendue, inhibée ou hors service</translation>
        </message>
        <message>
            <source>1 h</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>24 h</source>
            <translation>24 h</translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 jours</translation>
        </message>
        <message>
            <source>30 min</source>
            <translation>30 min</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 jours</translation>
        </message>
        <message>
            <source>8 h</source>
            <translation>8 h</translation>
        </message>
        <message>
            <source>A cycle is due every {0} s.</source>
            <translation>Un cycle est prévu toutes les {0} s.</translation>
        </message>
        <message>
            <source>A cycle took longer than its interval; others were skipped</source>
            <translation>Un cycle a duré plus que sa période ; d’autres ont été sautés</translation>
        </message>
        <message>
            <source>A question has no body, and no other framing than its own.</source>
            <translation>Une demande n’a ni corps ni autre découpage que le sien.</translation>
        </message>
        <message>
            <source>A question has no body.</source>
            <translation>Une demande n’a pas de corps.</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Acquittée</translation>
        </message>
        <message>
            <source>Acknowledged by</source>
            <translation>Acquittée par</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>En cours</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Address list</source>
            <translation>Liste d’adresses</translation>
        </message>
        <message>
            <source>Address list cannot be read</source>
            <translation>Liste d’adresses illisible</translation>
        </message>
        <message>
            <source>Address list cannot be read: {detail}</source>
            <translation>Liste d’adresses illisible : {detail}</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Âge</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>Alarme</translation>
        </message>
        <message>
            <source>Alarm flood: more come than anybody can take in one by one.</source>
            <translation>Avalanche d’alarmes : il en vient plus qu’on ne peut en traiter une à une.</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
        <message>
            <source>Alarms are shown, but cannot be heard.</source>
            <translation>Les alarmes s’affichent, mais ne s’entendent pas.</translation>
        </message>
        <message>
            <source>Alarms cannot be recorded</source>
            <translation>Alarmes non enregistrables</translation>
        </message>
        <message>
            <source>Alarms cannot be recorded: {detail}</source>
            <translation>Alarmes non enregistrables : {detail}</translation>
        </message>
        <message>
            <source>All alarms</source>
            <translation>Toutes les alarmes</translation>
        </message>
        <message>
            <source>All well – the gateway answers</source>
            <translation>Tout va bien – la passerelle répond</translation>
        </message>
        <message>
            <source>All well – {0} gateways answer</source>
            <translation>Tout va bien – {0} passerelles répondent</translation>
        </message>
        <message>
            <source>Another site's page must not ask in your name.</source>
            <translation>La page d’un autre site ne doit rien demander en votre nom.</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>En retard</translation>
        </message>
        <message>
            <source>Beyond three</source>
            <translation>Plus de trois</translation>
        </message>
        <message>
            <source>By whom</source>
            <translation>Par qui</translation>
        </message>
        <message>
            <source>Choose a quantity to see how it went.</source>
            <translation>Choisissez une grandeur pour voir son évolution.</translation>
        </message>
        <message>
            <source>Configuration</source>
            <translation>Configuration</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Connecté</translation>
        </message>
        <message>
            <source>Connected PLCs</source>
            <translation>Automates connectés</translation>
        </message>
        <message>
            <source>Connected after its disconnection</source>
            <translation>Connecté après sa déconnexion</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Connexion…</translation>
        </message>
        <message>
            <source>Connection to WatchDoge lost {0} ago; what is shown is old</source>
            <translation>Liaison avec WatchDoge perdue depuis {0} ; l’affichage est périmé</translation>
        </message>
        <message>
            <source>Curve</source>
            <translation>Courbe</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>Courbes</translation>
        </message>
        <message>
            <source>Cycle duration</source>
            <translation>Durée du cycle</translation>
        </message>
        <message>
            <source>Cycle longer than its interval</source>
            <translation>Cycle plus long que sa période</translation>
        </message>
        <message>
            <source>Cycle {0}</source>
            <translation>Cycle {0}</translation>
        </message>
        <message>
            <source>Cycles</source>
            <translation>Cycles</translation>
        </message>
        <message>
            <source>Cycles that are not recorded yet.</source>
            <translation>Cycles pas encore enregistrés.</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Disk nearly full</source>
            <translation>Disque presque plein</translation>
        </message>
        <message>
            <source>Disk nearly full: {value} MB left at {detail}</source>
            <translation>Disque presque plein : {value} Mo restants dans {detail}</translation>
        </message>
        <message>
            <source>Duration of a cycle</source>
            <translation>Durée d’un cycle</translation>
        </message>
        <message>
            <source>EXAMPLE FLEET</source>
            <translation>PARC D’EXEMPLE</translation>
        </message>
        <message>
            <source>EXAMPLE FLEET: no real plant is watched</source>
            <translation>PARC D’EXEMPLE : aucune installation réelle n’est surveillée</translation>
        </message>
        <message>
            <source>Empty: totals of the fleet</source>
            <translation>Vide : totaux du parc</translation>
        </message>
        <message>
            <source>Entries left out</source>
            <translation>Entrées écartées</translation>
        </message>
        <message>
            <source>Every gateway is well.</source>
            <translation>Toutes les passerelles vont bien.</translation>
        </message>
        <message>
            <source>Everything here is read-only: only GET and HEAD are answered.</source>
            <translation>Tout est ici en lecture seule : seuls GET et HEAD reçoivent une réponse.</translation>
        </message>
        <message>
            <source>Filling</source>
            <translation>Se remplit</translation>
        </message>
        <message>
            <source>Filter PLCs</source>
            <translation>Filtrer les automates</translation>
        </message>
        <message>
            <source>Fleet</source>
            <translation>Parc</translation>
        </message>
        <message>
            <source>For looking only: alarms are acknowledged at the desk.</source>
            <translation>Consultation seule : les alarmes s’acquittent au poste.</translation>
        </message>
        <message>
            <source>Free on the disk</source>
            <translation>Libre sur le disque</translation>
        </message>
        <message>
            <source>Fresh</source>
            <translation>À jour</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Du</translation>
        </message>
        <message>
            <source>From … to</source>
            <translation>Du … au</translation>
        </message>
        <message>
            <source>Gateway answers wrongly</source>
            <translation>Réponse fausse de la passerelle</translation>
        </message>
        <message>
            <source>Gateway lost</source>
            <translation>Passerelle perdue</translation>
        </message>
        <message>
            <source>Gateway lost and back again and again</source>
            <translation>Passerelle perdue et retrouvée sans cesse</translation>
        </message>
        <message>
            <source>Gateway slow</source>
            <translation>Passerelle lente</translation>
        </message>
        <message>
            <source>Gateways that are not well</source>
            <translation>Passerelles en défaut</translation>
        </message>
        <message>
            <source>Gateways, those that are not well first</source>
            <translation>Passerelles, celles en défaut d’abord</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>En ordre</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Santé</translation>
        </message>
        <message>
            <source>Held until reset</source>
            <translation>Mémorisée jusqu’au réarmement</translation>
        </message>
        <message>
            <source>Held, unacknowledged</source>
            <translation>Mémorisée, non acquittée</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Masquées</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Haute</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Maxi</translation>
        </message>
        <message>
            <source>Highest {0}</source>
            <translation>{0} maxi</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>History in trouble</source>
            <translation>Problème d’historique</translation>
        </message>
        <message>
            <source>History: {detail}</source>
            <translation>Historique : {detail}</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>En vigueur</translation>
        </message>
        <message>
            <source>In service again</source>
            <translation>De nouveau en service</translation>
        </message>
        <message>
            <source>It has mistakes and was refused; the last good one is in force.</source>
            <translation>Elle contient des erreurs et a été refusée ; la dernière bonne est en vigueur.</translation>
        </message>
        <message>
            <source>It stands in the configuration of WatchDoge, under flask.token.</source>
            <translation>Il figure dans la configuration de WatchDoge, sous flask.token.</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Key figures</source>
            <translation>Chiffres clés</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Last values</source>
            <translation>Dernières valeurs</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Latence</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Journal technique</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Perdu</translation>
        </message>
        <message>
            <source>Lost: {detail}</source>
            <translation>Perdus : {detail}</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Basse</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Mini</translation>
        </message>
        <message>
            <source>Lowest {0}</source>
            <translation>{0} mini</translation>
        </message>
        <message>
            <source>Marbles</source>
            <translation>Billes</translation>
        </message>
        <message>
            <source>Marbles of circuit {0} not as expected</source>
            <translation>Billes du circuit {0} non conformes</translation>
        </message>
        <message>
            <source>Marbles · {0}</source>
            <translation>Billes · {0}</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Moyenne</translation>
        </message>
        <message>
            <source>Multi possible</source>
            <translation>Multi possible</translation>
        </message>
        <message>
            <source>Muted</source>
            <translation>Son coupé</translation>
        </message>
        <message>
            <source>Name, address, state or reason</source>
            <translation>Nom, adresse, état ou raison</translation>
        </message>
        <message>
            <source>Nearly full</source>
            <translation>Presque plein</translation>
        </message>
        <message>
            <source>Newest alarms</source>
            <translation>Dernières alarmes</translation>
        </message>
        <message>
            <source>Newest answers</source>
            <translation>Dernières réponses</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Suivante</translation>
        </message>
        <message>
            <source>No alarm</source>
            <translation>Aucune alarme</translation>
        </message>
        <message>
            <source>No alarm stands.</source>
            <translation>Aucune alarme en cours.</translation>
        </message>
        <message>
            <source>No alarm, but the program itself is not well: see its health</source>
            <translation>Aucune alarme, mais le programme lui-même va mal : voir sa santé</translation>
        </message>
        <message>
            <source>No alarm, but {0} of {1} gateways are not well: see the fleet</source>
            <translation>Aucune alarme, mais {0} passerelles sur {1} vont mal : voir le parc</translation>
        </message>
        <message>
            <source>No cycle has ended yet.</source>
            <translation>Aucun cycle n’est encore terminé.</translation>
        </message>
        <message>
            <source>No cycle of this run is recorded yet.</source>
            <translation>Aucun cycle de cette exécution n’est encore enregistré.</translation>
        </message>
        <message>
            <source>No entry yet.</source>
            <translation>Aucune entrée pour l’instant.</translation>
        </message>
        <message>
            <source>No gateway matches.</source>
            <translation>Aucune passerelle ne correspond.</translation>
        </message>
        <message>
            <source>No longer muted</source>
            <translation>Son rétabli</translation>
        </message>
        <message>
            <source>No longer shelved</source>
            <translation>N’est plus suspendue</translation>
        </message>
        <message>
            <source>No longer suppressed</source>
            <translation>N’est plus inhibée</translation>
        </message>
        <message>
            <source>No new answers for {0}: what is shown is old</source>
            <translation>Pas de nouvelles réponses depuis {0} : l’affichage est périmé</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
        <message>
            <source>Not every PLC is connected</source>
            <translation>Tous les automates ne sont pas connectés</translation>
        </message>
        <message>
            <source>Not in use</source>
            <translation>Non utilisé</translation>
        </message>
        <message>
            <source>Not recorded in this time: {0}</source>
            <translation>Rien d’enregistré sur cette durée : {0}</translation>
        </message>
        <message>
            <source>Nothing is recorded yet; curves begin now.</source>
            <translation>Rien n’est encore enregistré ; les courbes commencent maintenant.</translation>
        </message>
        <message>
            <source>Nothing new came for too long: what is shown is old.</source>
            <translation>Rien de nouveau depuis trop longtemps : l’affichage est périmé.</translation>
        </message>
        <message>
            <source>Old</source>
            <translation>Périmé</translation>
        </message>
        <message>
            <source>Only {value} of {limit} PLCs are connected</source>
            <translation>Seuls {value} automates sur {limit} sont connectés</translation>
        </message>
        <message>
            <source>Out of limits</source>
            <translation>Hors limites</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>Hors service</translation>
        </message>
        <message>
            <source>Out of service, by {0}</source>
            <translation>Hors service, par {0}</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Disparue</translation>
        </message>
        <message>
            <source>Over, unacknowledged</source>
            <translation>Disparue, non acquittée</translation>
        </message>
        <message>
            <source>Overrun</source>
            <translation>Dépassement</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Synthèse</translation>
        </message>
        <message>
            <source>PLC</source>
            <translation>Automate</translation>
        </message>
        <message>
            <source>Page of the table</source>
            <translation>Page du tableau</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Suspendue</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Plots</source>
            <translation>Courbes</translation>
        </message>
        <message>
            <source>Polling is paused at the desk.</source>
            <translation>L’interrogation est suspendue au poste.</translation>
        </message>
        <message>
            <source>Polling is paused at the desk; values as of {0} ago</source>
            <translation>Interrogation suspendue au poste ; valeurs d’il y a {0}</translation>
        </message>
        <message>
            <source>Polling is paused: nobody asks the gateways</source>
            <translation>Interrogation en pause : personne n’interroge les passerelles</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Précédente</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <source>Priority changed</source>
            <translation>Priorité changée</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Grandeur</translation>
        </message>
        <message>
            <source>Raised</source>
            <translation>Apparue</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Prêt</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Enregistrement</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refusée</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>Retirer {0}</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Réarmée</translation>
        </message>
        <message>
            <source>Running for</source>
            <translation>En marche depuis</translation>
        </message>
        <message>
            <source>Several gateways lost</source>
            <translation>Plusieurs passerelles perdues</translation>
        </message>
        <message>
            <source>Shelved</source>
            <translation>Suspendue</translation>
        </message>
        <message>
            <source>Shelved by {0} until {1}</source>
            <translation>Suspendue par {0} jusqu’à {1}</translation>
        </message>
        <message>
            <source>Shelved, suppressed or out of service</source>
            <translation>Suspendues, inhibées ou hors service</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Se connecter de nouveau</translation>
        </message>
        <message>
            <source>Sign in first.</source>
            <translation>Connectez-vous d’abord.</translation>
        </message>
        <message>
            <source>Signing in needs JavaScript.</source>
            <translation>La connexion nécessite JavaScript.</translation>
        </message>
        <message>
            <source>Silenced</source>
            <translation>Son arrêté</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>Since the start, because the cycle before took too long.</source>
            <translation>Depuis le démarrage, car le cycle précédent a duré trop longtemps.</translation>
        </message>
        <message>
            <source>Six curves at most: remove one first.</source>
            <translation>Six courbes au plus : retirez-en une d’abord.</translation>
        </message>
        <message>
            <source>Skip to the content</source>
            <translation>Aller au contenu</translation>
        </message>
        <message>
            <source>Skipped cycles</source>
            <translation>Cycles sautés</translation>
        </message>
        <message>
            <source>Something went wrong here. The log says more.</source>
            <translation>Une erreur s’est produite ici. Le journal en dit plus.</translation>
        </message>
        <message>
            <source>Sort by {0}</source>
            <translation>Trier par {0}</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Son</translation>
        </message>
        <message>
            <source>Sound lost</source>
            <translation>Son perdu</translation>
        </message>
        <message>
            <source>Sound lost: {detail}</source>
            <translation>Son perdu : {detail}</translation>
        </message>
        <message>
            <source>Stale</source>
            <translation>Périmé</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>State of the plant</source>
            <translation>État de l’installation</translation>
        </message>
        <message>
            <source>Sum of {0}</source>
            <translation>Somme de {0}</translation>
        </message>
        <message>
            <source>Suppressed</source>
            <translation>Inhibée</translation>
        </message>
        <message>
            <source>Suppressed, explained by {0}</source>
            <translation>Inhibée, expliquée par {0}</translation>
        </message>
        <message>
            <source>The beginning must lie before the end.</source>
            <translation>Le début doit précéder la fin.</translation>
        </message>
        <message>
            <source>The first {0} of {1} are listed.</source>
            <translation>Les {0} premières sur {1} sont affichées.</translation>
        </message>
        <message>
            <source>The history cannot be read: {0}</source>
            <translation>L’historique est illisible : {0}</translation>
        </message>
        <message>
            <source>The question cannot be understood.</source>
            <translation>La demande est incompréhensible.</translation>
        </message>
        <message>
            <source>The time of day jumped by {value} s</source>
            <translation>L’heure a sauté de {value} s</translation>
        </message>
        <message>
            <source>There is no gateway in the address list</source>
            <translation>La liste d’adresses ne contient aucune passerelle</translation>
        </message>
        <message>
            <source>There is no gateway yet.</source>
            <translation>Il n’y a pas encore de passerelle.</translation>
        </message>
        <message>
            <source>There is nothing at this address.</source>
            <translation>Il n’y a rien à cette adresse.</translation>
        </message>
        <message>
            <source>This browser is no longer let in; what is shown is old</source>
            <translation>Ce navigateur n’est plus autorisé ; l’affichage est périmé</translation>
        </message>
        <message>
            <source>This cannot be answered.</source>
            <translation>Aucune réponse n’est possible.</translation>
        </message>
        <message>
            <source>This is not allowed.</source>
            <translation>Ceci n’est pas autorisé.</translation>
        </message>
        <message>
            <source>This is not the token.</source>
            <translation>Ce n’est pas le bon jeton.</translation>
        </message>
        <message>
            <source>This name is not ours; flask.names lists the names by which browsers reach WatchDoge.</source>
            <translation>Ce nom n’est pas le nôtre ; flask.names énumère les noms par lesquels les navigateurs joignent WatchDoge.</translation>
        </message>
        <message>
            <source>This page is live: it needs JavaScript. Nothing can be shown without it.</source>
            <translation>Cette page est en direct : elle a besoin de JavaScript. Sans lui, rien ne peut être affiché.</translation>
        </message>
        <message>
            <source>This time cannot be shown: choose another.</source>
            <translation>Cette période ne peut pas être affichée : choisissez-en une autre.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Time of day jumped</source>
            <translation>Saut de l’heure</translation>
        </message>
        <message>
            <source>Time shown</source>
            <translation>Durée affichée</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Au</translation>
        </message>
        <message>
            <source>To the overview</source>
            <translation>Vers la vue d’ensemble</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Jeton</translation>
        </message>
        <message>
            <source>Too long</source>
            <translation>Trop long</translation>
        </message>
        <message>
            <source>Too many are watching already; trying again</source>
            <translation>Trop d’écrans ouverts ; nouvel essai en cours</translation>
        </message>
        <message>
            <source>Too many connections on circuit {0}</source>
            <translation>Trop de connexions sur le circuit {0}</translation>
        </message>
        <message>
            <source>Too many wrong tokens. Wait a minute, then try again.</source>
            <translation>Trop de jetons erronés. Patientez une minute, puis réessayez.</translation>
        </message>
        <message>
            <source>Trend</source>
            <translation>Tendance</translation>
        </message>
        <message>
            <source>Trouble</source>
            <translation>Problème</translation>
        </message>
        <message>
            <source>Unacknowledged</source>
            <translation>Non acquittée</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>Valeurs</translation>
        </message>
        <message>
            <source>Values of {0}</source>
            <translation>Valeurs de {0}</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Waiting for new answers</source>
            <translation>En attente de nouvelles réponses</translation>
        </message>
        <message>
            <source>Waiting for the first answers of the gateways</source>
            <translation>Attente des premières réponses des passerelles</translation>
        </message>
        <message>
            <source>WatchDoge cannot answer this at the moment.</source>
            <translation>WatchDoge ne peut pas y répondre pour le moment.</translation>
        </message>
        <message>
            <source>WatchDoge cannot be reached; trying again</source>
            <translation>WatchDoge est injoignable ; nouvel essai en cours</translation>
        </message>
        <message>
            <source>WatchDoge does not answer. Try again.</source>
            <translation>WatchDoge ne répond pas. Réessayez.</translation>
        </message>
        <message>
            <source>Watching the watcher</source>
            <translation>Surveiller le surveillant</translation>
        </message>
        <message>
            <source>Well</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Événement</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <source>Whole fleet</source>
            <translation>Tout le parc</translation>
        </message>
        <message>
            <source>Without a window nothing is to be heard.</source>
            <translation>Sans fenêtre, il n’y a rien à entendre.</translation>
        </message>
        <message>
            <source>Wrong</source>
            <translation>Erreur</translation>
        </message>
        <message>
            <source>all {0} gateways</source>
            <translation>les {0} passerelles</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>et {0} autres</translation>
        </message>
        <message>
            <source>answers {0} old</source>
            <translation>réponses d’il y a {0}</translation>
        </message>
        <message>
            <source>at least {0}</source>
            <translation>au moins {0}</translation>
        </message>
        <message>
            <source>every gateway answers</source>
            <translation>toutes les passerelles répondent</translation>
        </message>
        <message>
            <source>incomplete: {0} of {1}</source>
            <translation>incomplet : {0} sur {1}</translation>
        </message>
        <message>
            <source>last 30 minutes</source>
            <translation>30 dernières minutes</translation>
        </message>
        <message>
            <source>last known value</source>
            <translation>dernière valeur connue</translation>
        </message>
        <message>
            <source>limit {0}</source>
            <translation>seuil {0}</translation>
        </message>
        <message>
            <source>limits {0} to {1}</source>
            <translation>seuils {0} à {1}</translation>
        </message>
        <message>
            <source>low limit {0}</source>
            <translation>seuil bas {0}</translation>
        </message>
        <message>
            <source>lowest {0}, highest {1}, last {2}</source>
            <translation>mini {0}, maxi {1}, dernière {2}</translation>
        </message>
        <message>
            <source>multi possible {0}</source>
            <translation>multi possible {0}</translation>
        </message>
        <message>
            <source>newest first</source>
            <translation>les plus récentes d’abord</translation>
        </message>
        <message>
            <source>no reading now</source>
            <translation>pas de mesure</translation>
        </message>
        <message>
            <source>no value yet</source>
            <translation>pas encore de valeur</translation>
        </message>
        <message>
            <source>nothing recorded in this time</source>
            <translation>rien d’enregistré sur cette durée</translation>
        </message>
        <message>
            <source>old value</source>
            <translation>valeur périmée</translation>
        </message>
        <message>
            <source>since {0} ({1})</source>
            <translation>depuis {0} ({1})</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>jusqu’à {0}</translation>
        </message>
        <message>
            <source>{0} active alarms are hidden: shelved, suppressed or out of service</source>
            <translation>{0} alarmes actives sont masquées : suspendues, inhibées ou hors service</translation>
        </message>
        <message>
            <source>{0} ago</source>
            <translation>il y a {0}</translation>
        </message>
        <message>
            <source>{0} alarm, {1} not acknowledged</source>
            <translation>{0} alarme, {1} non acquittée</translation>
        </message>
        <message>
            <source>{0} alarms, {1} not acknowledged</source>
            <translation>{0} alarmes, {1} non acquittées</translation>
        </message>
        <message>
            <source>{0} gateway not connected</source>
            <translation>{0} passerelle non connectée</translation>
        </message>
        <message>
            <source>{0} gateway out of limits</source>
            <translation>{0} passerelle hors limites</translation>
        </message>
        <message>
            <source>{0} gateways not connected</source>
            <translation>{0} passerelles non connectées</translation>
        </message>
        <message>
            <source>{0} gateways out of limits</source>
            <translation>{0} passerelles hors limites</translation>
        </message>
        <message>
            <source>{0} of {1} gateways have answered so far</source>
            <translation>{0} passerelles sur {1} ont répondu jusqu’ici</translation>
        </message>
        <message>
            <source>{0} of {1} shown</source>
            <translation>{0} sur {1} affichées</translation>
        </message>
        <message>
            <source>{0} of {1}, not judged</source>
            <translation>{0} sur {1}, non jugé</translation>
        </message>
        <message>
            <source>{0} skipped</source>
            <translation>sautés : {0}</translation>
        </message>
        <message>
            <source>{0} to {1} of {2}</source>
            <translation>{0} à {1} sur {2}</translation>
        </message>
        <message>
            <source>{0} too high</source>
            <translation>{0} trop haut</translation>
        </message>
        <message>
            <source>{0} too low</source>
            <translation>{0} trop bas</translation>
        </message>
        <message>
            <source>{0}, gateways: {1}</source>
            <translation>{0}, passerelles : {1}</translation>
        </message>
        <message>
            <source>{detail}: {value} connections beyond the allowed, more than {limit}</source>
            <translation>{detail} : {value} connexions de trop, plus de {limit}</translation>
        </message>
        <message>
            <source>{detail}: {value} marbles, expected {limit}</source>
            <translation>{detail} : {value} billes, {limit} attendues</translation>
        </message>
        <message>
            <source>{plc} accepted its disconnection, but is connected</source>
            <translation>{plc} a accepté sa déconnexion, mais est connecté</translation>
        </message>
        <message>
            <source>{plc} answers slowly: {value} s, more than {limit} s</source>
            <translation>{plc} répond lentement : {value} s, plus de {limit} s</translation>
        </message>
        <message>
            <source>{plc} answers wrongly: {detail}</source>
            <translation>{plc} répond mal : {detail}</translation>
        </message>
        <message>
            <source>{plc} is lost and back again and again</source>
            <translation>{plc} est perdu et retrouvé sans cesse</translation>
        </message>
        <message>
            <source>{plc} lost: {detail}</source>
            <translation>{plc} perdu : {detail}</translation>
        </message>
        <message>
            <source>{what} {value} above {limit}</source>
            <translation>{what} {value}, au-dessus de {limit}</translation>
        </message>
        <message>
            <source>{what} {value} below {limit}</source>
            <translation>{what} {value}, en dessous de {limit}</translation>
        </message>
    </context>
</TS>
