/// The pages. They stand above all domains, because a page shows several of them; they hold no
/// rules of their own.
@NullMarked
package org.cleanclaim.app.web;

import org.jspecify.annotations.NullMarked;
