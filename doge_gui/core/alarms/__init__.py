"""Alarms after ISA-18.2 / IEC 62682 and OPC UA Part 9: a small pure state machine, apart from what masks it.

`states` holds the transitions as data, `machine` the delays, `alarm` and `book` what stands, `events` what
happened (a book is its events applied in order), `plant` and `program` what raises alarms, `inhibition` which
alarm hides which, `step` one cycle's judgement, `operator` what people do.
"""
