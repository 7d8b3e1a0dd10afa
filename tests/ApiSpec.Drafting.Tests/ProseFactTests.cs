using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Facts that only the sentences of a description say.</summary>
public sealed class ProseFactTests
{
    [Theory]
    [InlineData("integer", "How many; which defaults to 25.", "int required not stated default 25", "the default")]
    [InlineData("integer", "How many racks to return (25 by default)", "int required not stated default 25", "the default")]
    [InlineData("string", "The order; by default \"asc\".", "string required not stated default asc", "the default")]
    [InlineData("boolean", "Whether to open it. The default value is true and should stay.", "boolean required not stated", null)]
    [InlineData("integer", "How many; the default is 25 if size is given.", "int required not stated", null)]
    [InlineData("string", "The default rack.", "string required not stated", null)]
    [InlineData("string", "The name. Default: randomly generated.", "string required not stated", null)]
    [InlineData("string", "It defaults to the current one.", "string required not stated", null)]
    [InlineData("integer", "By default it is 3; and after a reset the default is 4.", "int required not stated", null)]
    public void A_default_inside_a_sentence_is_marked(string type, string description, string drafted, string? mark) => Row(type, description, drafted, mark);

    [Theory]
    [InlineData("string", "The order in which they come: one of asc or desc.", "enum asc|desc required not stated", "the values")]
    [InlineData("string", "The order; which can be \"asc\" or \"desc\".", "enum asc|desc required not stated", "the values")]
    [InlineData("string", "The order; either sort_asc or sort_desc.", "enum sort_asc|sort_desc required not stated", "the values")]
    [InlineData("string", "The order; which must be one of \"asc\"; \"desc\"; or null.", "enum asc|desc required not stated", "the values")]
    [InlineData("string", "It can be used or ignored.", "string required not stated", null)]
    [InlineData("string", "It is one of the racks.", "string required not stated", null)]
    public void Values_inside_a_sentence_are_marked(string type, string description, string drafted, string? mark) => Row(type, description, drafted, mark);

    [Theory]
    [InlineData("Either <code>open</code>, <code>shut</code>, or <code>all</code>.", "enum open|shut|all", "Either open, shut, or all.", "the values")]
    [InlineData("It can be <code>open</code> or <code>shut</code>.", "enum open|shut", "It can be open or shut.", "the values")]
    [InlineData("It can be open or shut.", "string", "It can be open or shut.", null)]
    [InlineData("As usual, it defaults to <code>all</code>.", "string default all", "As usual, it defaults to all.", "the default")]
    public void Words_that_are_code_are_values(string description, string drafted, string text, string? mark)
    {
        var row = "  a: " + drafted + " - " + text + (mark is null ? "\n" : "  # check: " + mark + "\n");

        Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>string</td><td>" + description
            + "</td></tr></table>"), row);
        Has(Html("<h2>Response</h2><ul><li><b>a</b> (string) - " + description + "</li><li><b>b</b> (string) - B.</li></ul>"), row);
        Has(Html("<h2>Response</h2><dl><dt>a</dt><dd>String. " + description + "</dd><dt>b</dt><dd>String. B.</dd></dl>"), row);
    }

    [Theory]
    [InlineData("It can be either <code>true</code> (the default) or <code>false</code>.", "boolean required not stated default true", "the values")]
    [InlineData("Can be <code>true</code> or <code>false</code>.", "boolean required not stated", "the values")]
    [InlineData("Possible values: false, true.", "boolean required not stated", "from the values")]
    [InlineData("Set to true to open it.", "boolean required not stated", "whether it is a boolean")]
    [InlineData("If true, it is open.", "boolean required not stated", "whether it is a boolean")]
    [InlineData("Specifies whether the rack is open.", "boolean required not stated", "whether it is a boolean")]
    [InlineData("Opens the rack. Defaults to false.", "boolean required not stated default false", "from the default")]
    [InlineData("How many racks. Defaults to 20.", "int required not stated default 20", "from the default")]
    [InlineData("Racks per page. Defaults to 10, maximum 100.", "int ..100 required not stated default 10", "the range")]
    [InlineData("The page, between 1 and 100.", "int 1..100 required not stated", "the range")]
    [InlineData("A name of up to 64 characters.", "string ..64 required not stated", "the range")]
    [InlineData("The rack, when set to true, opens.", "boolean required not stated", "whether it is a boolean")]
    [InlineData("An array of integers.", "int[] required not stated", "APISPEC0125")]
    [InlineData("A date when the rack was moved.", "date required not stated", "from the description")]
    [InlineData("A number that counts racks (max = 150).", "double ..150 required not stated", "the range")]
    [InlineData("Available values: <code>ASC</code>,<code>DESC</code>.", "enum ASC|DESC required not stated", null)]
    [InlineData("A map of the room.", "unknown required not stated", null)]
    [InlineData("A number of racks.", "unknown required not stated", null)]
    [InlineData("If <code>b</code> is set to true, this is open.", "unknown required not stated", null)]
    [InlineData("Use false or a label.", "unknown required not stated", null)]
    [InlineData("A list of between 1 and 10 racks.", "unknown required not stated", null)]
    [InlineData("The version. Defaults to 2.", "unknown required not stated default 2", null)]
    public void The_values_of_a_row_without_a_type_show_it(string description, string drafted, string? mark)
    {
        var draft = Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Description</th></tr><tr><td>a</td><td>" + description
            + "</td></tr></table>").Written.Text;
        var row = Assert.Single(draft.Split('\n'), static line => line.StartsWith("  a: ", StringComparison.Ordinal))
            .Replace("\"", "", StringComparison.Ordinal);

        Assert.StartsWith("  a: " + drafted, row, StringComparison.Ordinal);
        Assert.Equal(mark is null ? "" : "  # " + (mark.StartsWith("from", StringComparison.Ordinal) ? "" : "check: ") + mark,
            row.Contains("  # ", StringComparison.Ordinal) ? row[row.IndexOf("  # ", StringComparison.Ordinal)..] : "");
    }

    [Fact]
    public void Text_that_is_true_or_false_stays_text()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "a,string,Can be \"true\" or \"false\".")), "  a: enum true|false - ");

    [Theory]
    [InlineData("The default value for <code>size</code> is 10.", "int required not stated default 10")]
    [InlineData("The default of the size parameter is 10.", "int required not stated default 10")]
    [InlineData("The default value (which most rooms use) is 120; but if the rack is old, it is 240.", "int required not stated default 120")]
    [InlineData("Its default is 120, except in old racks.", "int required not stated default 120")]
    [InlineData("The default for depth is 10.", "int required not stated")]
    [InlineData("The default (in old racks) is 10 if depth is given.", "int required not stated")]
    public void A_default_can_have_words_before_its_value(string description, string drafted)
        => Assert.Contains("  size: " + drafted + " - ", Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr>"
            + "<tr><td>size</td><td>integer</td><td>" + description + "</td></tr></table>").Written.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("In cm. The <code>size</code> parameter is <em>required</em>.", "size: int - In cm.\n")]
    [InlineData("In cm. This field must be provided.", "size: int - In cm.\n")]
    [InlineData("In cm. The size field is not required.", "size?: int - In cm.\n")]
    [InlineData("In cm. These parameters are <em>optional</em>.", "size?: int - In cm.\n")]
    [InlineData("In cm. It can be left out.", "size?: int - In cm.\n")]
    [InlineData("In cm. The size is required.", "size: int - In cm.\n")]
    [InlineData("In cm. Size is optional.", "size?: int - In cm.\n")]
    [InlineData("In cm. The <code>depth</code> parameter is required.", "size: int required not stated - In cm. The depth parameter is required.\n")]
    public void A_sentence_with_the_name_of_the_row_says_what_is_required(string description, string row)
        => Has(Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr>"
            + "<tr><td>size</td><td>integer</td><td>" + description + "</td></tr></table>"), "query:\n  " + row);

    [Theory]
    [InlineData("The time in milliseconds since 1970.", "long - The time in milliseconds since 1970.  # from the description")]
    [InlineData("Current timestamp (ms).", "long - Current timestamp (ms).  # from the description")]
    [InlineData("A millisecond timestamp.", "long - A millisecond timestamp.  # from the description")]
    [InlineData("The time in milliseconds.", "int - The time in milliseconds.")]
    [InlineData("A unix timestamp.", "int - A unix timestamp.")]
    public void Milliseconds_since_a_date_need_64_bits(string description, string row)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "a,integer," + description)), "  a: " + row + "\n");

    [Theory]
    [InlineData("integer", "How many; at most 50.", "int ..50 required not stated", "the range")]
    [InlineData("integer", "How many. At least 1 is needed; at most 50 are allowed.", "int 1..50 required not stated", "the range")]
    public void Limits_inside_a_sentence_are_marked(string type, string description, string drafted, string? mark) => Row(type, description, drafted, mark);

    [Theory]
    [InlineData("The owner; or null.", "string or null", "null")]
    [InlineData("It is null until the rack is full.", "string or null", "null")]
    [InlineData("It must not be null.", "string", null)]
    [InlineData("The owner if the rack is null.", "string", null)]
    public void Null_inside_a_sentence_is_marked(string description, string drafted, string? mark)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "a,string," + description)),
            "response:\n  a: " + drafted + " - " + description.Replace("; ", ", ", StringComparison.Ordinal)
            + (mark is null ? "\n" : "  # check: " + mark + "\n"));

    [Theory]
    [InlineData("Required if size is given.", "a?: string - Required if size is given.  # check: when it is required")]
    [InlineData("Required only for old racks.", "a?: string - Required only for old racks.  # check: when it is required")]
    [InlineData("Is optional and names the owner.", "a?: string - Is optional and names the owner.")]
    [InlineData("Mandatory. The owner.", "a: string - The owner.")]
    [InlineData("The owner (optional).", "a?: string - The owner.")]
    [InlineData("This parameter is optional.", "a?: string")]
    [InlineData("The owner; required.", "a: string - The owner")]
    [InlineData("If type is box; this parameter is required.", "a?: string - If type is box, this parameter is required.  # check: when it is required")]
    [InlineData("When the rack is new; required.", "a?: string - When the rack is new, required.  # check: when it is required")]
    [InlineData("If type is box; the owner (required).", "a?: string - If type is box, the owner (required).  # check: when it is required")]
    [InlineData("For pallets; this value is optional.", "a?: string - For pallets, this value is optional.  # check: when it is required")]
    [InlineData("The owner if the rack is new; required.", "a: string - The owner if the rack is new, required.  # check: when it is required")]
    public void A_sentence_says_what_is_required(string description, string row)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "a,string," + description)), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("No", "If type is box; this parameter is required.", "a?: string - If type is box, this parameter is required.")]
    [InlineData("No", "When the rack is new; required.", "a?: string - When the rack is new, required.")]
    [InlineData("Yes", "For pallets; this value is optional.", "a: string - For pallets, this value is optional.")]
    [InlineData("Yes", "The owner; required.", "a: string - The owner")]
    [InlineData("No", "The owner; required.", "a?: string - The owner, required.  # check: whether it is required")]
    [InlineData("Yes", "The owner (optional).", "a: string - The owner (optional).  # check: whether it is required")]
    public void A_column_precedes_part_of_a_sentence(string cell, string description, string row)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Required,Description", "a,string," + cell + "," + description)), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("integer", "How many per page, which defaults to 1,000.", "int required not stated default 1000", "the default")]
    [InlineData("integer", "How many (10,000 by default)", "int required not stated default 10000", "the default")]
    [InlineData("integer", "How many, which defaults to 1.5 seconds.", "int required not stated", null)]
    [InlineData("double", "How heavy, which defaults to 0.5 kg.", "double required not stated default 0.5", "the default")]
    [InlineData("double", "How heavy, which defaults to 0.5.", "double required not stated default 0.5", "the default")]
    [InlineData("string", "The order, which defaults to asc,desc", "string required not stated", null)]
    [InlineData("integer", "How many, at most 1,000 items.", "int required not stated", null)]
    [InlineData("integer", "How many, at most 1,000.", "int ..1000 required not stated", "the range")]
    [InlineData("integer", "How many, at least 1,5.", "int required not stated", null)]
    [InlineData("integer", "How many, minimum 10% of all.", "int required not stated", null)]
    public void Numbers_inside_a_sentence_are_whole(string type, string description, string drafted, string? mark)
        => Has(Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>" + type + "</td><td>"
            + description + "</td></tr></table>"), "query:\n  a: " + drafted + " - " + description + (mark is null ? "\n" : "  # check: " + mark + "\n"));

    [Theory]
    [InlineData("Either <code>null</code> or <code>asc</code>.", "string or null - Either null or asc.  # check: null")]
    [InlineData("It can be <code>asc</code> or <code>null</code>.", "string or null - It can be asc or null.  # check: null")]
    [InlineData("Either <code>null</code>, <code>asc</code> or <code>desc</code>.", "enum asc|desc or null - Either null, asc or desc.  # check: the values")]
    public void Null_among_values_is_marked(string description, string drafted)
        => Has(Html("<h2>Response</h2>" + "<table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>string</td><td>" + description
            + "</td></tr></table>"), "response:\n  a: " + drafted + "\n");

    [Theory]
    [InlineData("This must always be <code>deep</code>.", "string always deep - This must always be deep.  # check: whether the value is fixed")]
    [InlineData("Will be \"deep\".", "string always deep - Will be \"deep\".  # check: whether the value is fixed")]
    [InlineData("It is always set to 'deep'", "string always deep - It is always set to 'deep'  # check: whether the value is fixed")]
    [InlineData("It must be empty.", "string - It must be empty.")]
    [InlineData("Always empty.", "string - Always empty.")]
    [InlineData("Always returned.", "string - Always returned.")]
    [InlineData("Always unique.", "string always unique  # check: whether the value is fixed")]
    [InlineData("Always deep.", "string always deep  # check: whether the value is fixed")]
    [InlineData("Always <code>deep</code>.", "string always deep")]
    [InlineData("Always 'deep'.", "string always deep")]
    [InlineData("Fixed value: deep.", "string always deep")]
    [InlineData("It must be <code>deep</code> or <code>flat</code>.", "enum deep|flat - It must be deep or flat.  # check: the values")]
    [InlineData("It must be \"deep\" if size is given.", "string - It must be \"deep\" if size is given.")]
    public void A_fixed_value_inside_a_sentence_is_marked(string description, string row)
        => Assert.Contains("  a: " + row.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal) + "\n",
            Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>string</td><td>" + description
                + "</td></tr></table>").Written.Text.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal),
            StringComparison.Ordinal);

    [Fact]
    public void Code_in_the_cell_of_a_group_is_no_code_of_its_rows()
        => Has(Html("<h2>Response</h2><table><tr><th>Group</th><th>Name</th><th>Type</th><th>Description</th></tr><tr><td rowspan=2><code>all</code></td>"
            + "<td>a</td><td>string</td><td>A.</td></tr><tr><td>b</td><td>string</td><td>As usual, it defaults to all.</td></tr></table>"),
            "  b: string - As usual, it defaults to all.\n");

    [Theory]
    [InlineData("Required. Integer. In cm.", "depth: int - In cm.")]
    [InlineData("required Integer. In cm.", "depth: int - In cm.")]
    [InlineData("Integer. In cm. Defaults to 40. Max 60.", "depth: int ..60 required not stated default 40 - In cm.")]
    [InlineData("integer - In cm.", "depth: int required not stated - In cm.")]
    [InlineData("(integer: 40) - In cm.", "depth?: int default 40 - In cm.")]
    [InlineData("(integer: &lt;required&gt;) - In cm.", "depth: int - In cm.")]
    [InlineData("(integer; default 40) In cm.", "depth: int required not stated default 40 - In cm.")]
    [InlineData("(string: \"\") - In cm.", "depth?: string - In cm.")]
    [InlineData("(boolean: nil) - In cm.", "depth?: boolean - In cm.")]
    [InlineData("(string: \"low\") - In cm.", "depth?: string default low - In cm.")]
    [InlineData("In cm (default: 40) of the rack.", "depth: unknown required not stated default 40 - In cm of the rack.")]
    [InlineData("In cm. Added in version 4.2.", "depth: unknown required not stated since 4.2 - In cm.")]
    [InlineData("In cm. Removed in 0.13.0.", "depth: unknown required not stated before 0.13.0 - In cm.")]
    [InlineData("In cm. Added in version 4.2. Removed as of version 5.", "depth: unknown required not stated since 4.2 before 5 - In cm.")]
    [InlineData("In cm. Removed in the editor.", "depth: unknown required not stated - In cm. Removed in the editor.")]
    [InlineData("In cm. Added in the editor.", "depth: unknown required not stated - In cm. Added in the editor.")]
    public void A_description_can_start_with_the_type(string description, string row)
    {
        Has(Html("<h2>Query parameters</h2>" + Table("Name,Description", "depth," + description)), "query:\n  " + row + "\n");
        Has(Html("<h2>Query parameters</h2><ul><li><code>depth</code> " + description.Replace("; ", ", ", StringComparison.Ordinal) + "</li></ul>"),
            "query:\n  " + row + "\n");
    }

    [Theory]
    [InlineData("String: UUID. In cm.")]
    [InlineData("(string: email) - In cm.")]
    [InlineData("(integer: 1-64) - In cm.")]
    public void A_format_after_the_type_is_no_default(string description)
        => Assert.Contains("query:\n  depth: unknown required not stated - " + description + "\n",
            Html("<h2>Query parameters</h2>" + Table("Name,Description", "depth," + description)).Written.Text
                .Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_definition_can_start_with_the_type()
        => Has(Html("<h2>Query parameters</h2><dl><dt>:depth</dt><dd><strong>required</strong> Integer. In cm.</dd><dt>label</dt>"
            + "<dd>String. One of <code>low</code>, <code>high</code>, or <code>none</code>. Defaults to <code>low</code>.</dd></dl>"),
            "query:\n  depth: int - In cm.\n  label: enum low|high|none required not stated default low\n");

    // YAML can need quotation marks.
    private static void Row(string type, string description, string drafted, string? mark)
        => Assert.Contains("query:\n  a: " + drafted + " - " + description.Replace("; ", ", ", StringComparison.Ordinal)
            .Replace("\"", "", StringComparison.Ordinal)
            + (mark is null ? "" : "  # check: " + mark)
            + "\n", Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "a," + type + "," + description)).Written.Text
                .Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
}
