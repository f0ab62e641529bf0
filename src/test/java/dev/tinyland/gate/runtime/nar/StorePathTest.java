package dev.tinyland.gate.runtime.nar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePathTest {
  private static final String HASH = "8iv5j0f2difw6wg9vwj9r2raacb08fkv";

  @Test
  void a_path_has_a_folder_a_hash_and_a_name() {
    StorePath path = StorePath.parse("/nix/store/" + HASH + "-statix-0.5.8");
    assertThat(path).isEqualTo(new StorePath("/nix/store", HASH, "statix-0.5.8"));
    assertThat(path).hasToString("/nix/store/" + HASH + "-statix-0.5.8");
  }

  @Test
  void an_operator_may_type_the_hash_the_name_or_the_path() {
    assertThat(StorePath.askedHash(HASH)).isEqualTo(HASH);
    assertThat(StorePath.askedHash(HASH + "-statix-0.5.8")).isEqualTo(HASH);
    assertThat(StorePath.askedHash("/nix/store/" + HASH + "-statix-0.5.8")).isEqualTo(HASH);
    for (String wrong :
        new String[] {"", "abc", HASH + "0", HASH.replace('8', 'e'), "../" + HASH}) {
      assertThatThrownBy(() -> StorePath.askedHash(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HASH + "-name",
        "/" + HASH + "-name",
        "nix/store/" + HASH + "-name",
        "/nix/../store/" + HASH + "-name",
        "/nix//store/" + HASH + "-name",
        "/nix/store/" + HASH,
        "/nix/store/" + HASH + "-",
        "/nix/store/" + HASH + "-a b",
        "/nix/store/" + HASH + "-a/b",
        "/nix/store/" + HASH + "_name",
        "/nix/store/8iv5j0f2difw6wg9vwj9r2raacb08fke-name"
      })
  void anything_else_is_no_path(String text) {
    assertThatThrownBy(() -> StorePath.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
