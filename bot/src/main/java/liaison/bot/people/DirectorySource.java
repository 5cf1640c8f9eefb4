package liaison.bot.people;

/** Where the rows of a directory come from, read one by one so that a nation needs no more memory than a town. */
public interface DirectorySource {
    /**
     * Hands over every row and everything wrong with them. A faulty row is handed over too where its code can be read,
     * so that references to it are not reported as well; whoever was told a fault stores nothing.
     *
     * @return whether everything was read to its end, so that references can be checked
     */
    boolean read(Intake intake);

    /** Takes the rows of a source in. */
    interface Intake {
        void entry(String file, long line, Entry entry);

        void fault(Fault fault);

        void progress(long lines, long of);
    }
}
