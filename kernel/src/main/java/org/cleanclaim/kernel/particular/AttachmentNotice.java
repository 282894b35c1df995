package org.cleanclaim.kernel.particular;

import org.jspecify.annotations.Nullable;

/// Says that documents belong to a claim or line and how they come (PWK).
///
/// @param reportType PWK01
/// @param transmission PWK02: BM by mail, EL electronically, FX by fax, AA on request
/// @param controlNumber the number that stands on the documents (PWK06)
public record AttachmentNotice(
    String reportType, String transmission, @Nullable String controlNumber) {}
