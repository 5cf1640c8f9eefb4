/** What a message's words mean by themselves: no class here knows the talk that they are said in. */
@NullMarked
package liaison.bot.understanding;

import org.jspecify.annotations.NullMarked;
