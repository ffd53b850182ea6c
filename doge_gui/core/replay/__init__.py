"""The past as it stood: pictures and alarms of recorded cycles, and the pace at which they are shown."""
