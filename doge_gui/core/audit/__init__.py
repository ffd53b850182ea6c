"""What people and the program did, kept so that nothing of it can be changed or cut off unnoticed. Pure."""
