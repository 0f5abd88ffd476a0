"""The journal as a whole: opened, locked, cared for, restored, erased."""
