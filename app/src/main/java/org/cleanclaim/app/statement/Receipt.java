package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.PatientPayments.ReversalCause;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A payment as it is kept.
///
/// @param reversedOn null while it stands
public record Receipt(
    UUID id,
    long patientId,
    String patient,
    String account,
    String receiptNumber,
    String method,
    Purpose purpose,
    Money amount,
    LocalDate receivedOn,
    String receivedBy,
    @Nullable String reference,
    String drawer,
    @Nullable LocalDate reversedOn,
    @Nullable ReversalCause reversedFor,
    @Nullable String reversalNote) {}
