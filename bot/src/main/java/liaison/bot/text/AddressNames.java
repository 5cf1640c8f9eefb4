package liaison.bot.text;

import java.util.BitSet;

/** The names that may stand in an address, and the letters that its parts end in. */
record AddressNames(DivisionNames divisions, VillageNames villages, BitSet endings) {
    static AddressNames shipped() {
        return new AddressNames(DivisionNames.shipped(), VillageNames.shipped(), AddressStretches.endings());
    }
}
