package org.cleanclaim.kernel.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in the mouth a dental line was done (SV3, TOO).
///
/// @param oralCavities SV304
/// @param prosthesis SV305: I initial, R replacement
public record DentalService(
    List<String> oralCavities, @Nullable String prosthesis, List<Tooth> teeth) {
  public DentalService {
    oralCavities = List.copyOf(oralCavities);
    teeth = List.copyOf(teeth);
  }

  /// @param number TOO02
  /// @param surfaces TOO03, for example M, O, D
  public record Tooth(String number, List<String> surfaces) {
    public Tooth {
      surfaces = List.copyOf(surfaces);
    }
  }
}
