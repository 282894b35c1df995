/// The modular monolith: one package per domain, each with its tables, its use cases and its pages.
@NullMarked
package org.cleanclaim.app;

import org.jspecify.annotations.NullMarked;
