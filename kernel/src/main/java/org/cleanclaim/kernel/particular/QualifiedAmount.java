package org.cleanclaim.kernel.particular;

import org.cleanclaim.kernel.Money;

/// An amount with the code of what it is.
///
/// @param qualifier AMT01, or for the amounts of MIA and MOA the element's name such as `MIA04`
public record QualifiedAmount(String qualifier, Money amount) {}
