"""The entry: `python main.py` and the frozen program start here."""

if __name__ == "__main__":
    import sys
    from multiprocessing import freeze_support

    freeze_support()
    try:
        from app.cli import main
    except KeyboardInterrupt:
        sys.exit(130)

    main()
