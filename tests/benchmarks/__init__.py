"""The program's figures, each measured in the same run as what it is compared with."""
