package liaison.bot.memory;

import liaison.bot.dialog.Dialogs;
import liaison.bot.testing.DialogsContract;

final class MemoryDialogsTest extends DialogsContract {
    private final MemoryDialogs dialogs = new MemoryDialogs();

    @Override
    protected Dialogs dialogs() {
        return dialogs;
    }
}
