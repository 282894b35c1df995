/// What payers allow beforehand: authorizations and referrals, what claims use of them, and which
/// services need one.
@NullMarked
package org.cleanclaim.app.authorization;

import org.jspecify.annotations.NullMarked;
