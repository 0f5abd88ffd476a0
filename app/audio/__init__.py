"""Where sound comes from: recordings and devices behind one `AudioSource` protocol."""
