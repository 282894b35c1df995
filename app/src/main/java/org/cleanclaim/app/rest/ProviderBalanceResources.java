package org.cleanclaim.app.rest;

import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.remittance.ProviderLevel;
import org.cleanclaim.app.remittance.ProviderSettlements;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is open with payers outside any claim.
@RestController
@RequestMapping("/api/v1/provider-balances")
class ProviderBalanceResources {
  /// @param payer the key of the payer, as the list has it
  /// @param reason the code of the adjustment
  /// @param reference empty where there is none
  /// @param why nothing more is to come
  record Settling(
      @Nullable String payer,
      @Nullable String reason,
      @Nullable String reference,
      @Nullable String why) {}

  private final ProviderLevel level;
  private final ProviderSettlements settlements;

  ProviderBalanceResources(ProviderLevel level, ProviderSettlements settlements) {
    this.level = level;
    this.settlements = settlements;
  }

  @GetMapping
  List<ProviderLevel.Balance> open() {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return level.open();
  }

  @PostMapping("/settle")
  List<ProviderLevel.Balance> settle(@RequestBody Settling settling) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (settling.payer() == null || settling.reason() == null) {
      throw new BadInput("Name \"payer\", \"reason\" and \"reference\" as the list has them.");
    }
    settlements.settle(
        settling.payer(),
        settling.reason(),
        settling.reference() == null ? "" : settling.reference(),
        settling.why() == null ? "" : settling.why());
    return level.open();
  }
}
