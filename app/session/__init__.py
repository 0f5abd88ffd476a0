"""One call as it happens: supervised workers and the pipeline from sound to measures, events and cues."""
