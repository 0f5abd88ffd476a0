"""The entry: `python main.py` and the frozen program start here."""

if __name__ == "__main__":
    from multiprocessing import freeze_support

    freeze_support()

    from app.cli import main

    main()
