package liaison.bot.dialog;

import liaison.bot.message.Address;

/** Where the talk with one address stands: its last number, its key (empty before the first row) and its dialog. */
record Talk(Address address, long seq, byte[] wrappedKey, Dialog dialog) {
    static Talk begin(Address address) {
        return new Talk(address, 0, new byte[0], Dialog.START);
    }
}
