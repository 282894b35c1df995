/// Pay figures of coders and billers: those that come with the program and those installed in the
/// home folder.
@NullMarked
package org.cleanclaim.app.pay;

import org.jspecify.annotations.NullMarked;
