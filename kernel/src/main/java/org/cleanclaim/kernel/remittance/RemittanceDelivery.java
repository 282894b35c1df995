package org.cleanclaim.kernel.remittance;

import org.jspecify.annotations.Nullable;

/// How the remittance is delivered when the money comes another way (RDM).
///
/// @param method RDM01: BM by mail, EM electronic mail, FT file transfer, OL online
/// @param name RDM02
/// @param number RDM03
public record RemittanceDelivery(String method, @Nullable String name, @Nullable String number) {}
