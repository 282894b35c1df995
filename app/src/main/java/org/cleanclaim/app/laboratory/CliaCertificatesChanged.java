package org.cleanclaim.app.laboratory;

import org.cleanclaim.kernel.EffectivePeriod;

/// The certificate of the laboratory is another one for services of a period.
public record CliaCertificatesChanged(long organizationId, EffectivePeriod period) {}
