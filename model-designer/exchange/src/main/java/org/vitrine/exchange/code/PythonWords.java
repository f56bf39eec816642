package org.vitrine.exchange.code;

import java.util.Set;

/** Words that no node of a program in Python may be called by. */
public final class PythonWords {
    private static final Set<String> RESERVED = Set.of(
            ("False None True and as assert async await break class continue def del elif else except finally for from global if "
                            + "import in is lambda nonlocal not or pass raise return try while with yield match case type "
                            // Imported, or of the programs themselves. Built-in functions may be hidden where nodes
                            // have names.
                            + "math np torch nn F keras ops layers Path DataLoader TensorDataset self model mask w put "
                            + "ahead back Model build_model "
                            + "sinusoids lstm_gates gru_gates run_masked last_step mean_over_steps max_over_steps "
                            + "max_pool_padded average_pool_padded window_mask pool_steps real leaky_relu initializer "
                            // Attributes of modules in PyTorch.
                            + "training forward train eval half double to apply add_module modules children parameters "
                            + "buffers state_dict load_state_dict cpu cuda xpu ipu mtia bfloat16 compile zero_grad "
                            + "share_memory extra_repr get_parameter get_buffer get_submodule set_submodule call_super_init "
                            + "dump_patches T_destination named_modules named_parameters named_buffers named_children "
                            + "register_buffer register_parameter register_module requires_grad_ to_empty "
                            + "get_extra_state set_extra_state")
                    .split(" "));

    private PythonWords() {}

    public static Set<String> reserved() {
        return RESERVED;
    }

    /** A text that ends no string and begins no escape. */
    public static String plain(String text) {
        return text.replace("\\", "/").replace("\"", "'").replaceAll("\\R", " ");
    }
}
