/** Whether two filings are about one thing: the same text again, or the same place and the same problem. */
@NullMarked
package liaison.bot.issue;

import org.jspecify.annotations.NullMarked;
