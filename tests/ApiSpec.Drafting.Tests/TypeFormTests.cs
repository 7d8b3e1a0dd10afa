using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The forms in which manuals print types, and what else a cell of types says.</summary>
public sealed class TypeFormTests
{
    private const string Query = "<h2>Query parameters</h2>";

    [Theory]
    [InlineData("snowflake", "string")]
    [InlineData("?string", "string or null")]
    [InlineData("nullable integer", "int or null")]
    [InlineData("string | null", "string or null")]
    [InlineData("null or string", "string or null")]
    [InlineData("string or nil", "string or null")]
    [InlineData("list[str]", "string[]")]
    [InlineData("[]string", "string[]")]
    [InlineData("[string]", "string[]")]
    [InlineData("array (string)", "string[]")]
    [InlineData("Set<integer>", "int[]")]
    [InlineData("Collection of strings", "string[]")]
    [InlineData("Collection(String)", "string[]")]
    [InlineData("string list", "string[]")]
    [InlineData("integer (int64)", "long")]
    [InlineData("integer($int64)", "long")]
    [InlineData("integer <int64>", "long")]
    [InlineData("string <date-time>", "date-time")]
    [InlineData("object (Rack)", "object")]
    [InlineData("Array of objects (Rack)", "object[]")]
    [InlineData("map[string]string", "map<string>")]
    [InlineData("ISO8601 timestamp", "date-time")]
    [InlineData("unix timestamp", "epoch")]
    [InlineData("UUID", "uuid")]
    [InlineData("unsigned integer", "long")]
    [InlineData("true/false", "boolean")]
    [InlineData("string (enum)", "enum ...")]
    [InlineData("[string, null]", "string or null")]
    [InlineData("string/null", "string or null")]
    [InlineData("boolean (0/1)", "boolean as 1|0")]
    [InlineData("base64 string", "bytes")]
    [InlineData("string (base64)", "bytes")]
    [InlineData("byte[]", "bytes")]
    [InlineData("string (YYYY-MM-DD)", "date")]
    [InlineData("ISO 8601", "date-time")]
    [InlineData("string, ISO 8601", "date-time")]
    [InlineData("integer (unix timestamp)", "epoch")]
    [InlineData("long (epoch ms)", "epoch-ms")]
    [InlineData("Array of JSON objects", "object[]")]
    [InlineData("array of arrays of integers", "int[][]")]
    [InlineData("list of dicts", "object[]")]
    public void Types_have_many_names(string type, string drafted)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "a," + type.Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(", ", "; ", StringComparison.Ordinal) + ",A.")), "response:\n  a: " + drafted + " - A.\n");

    [Theory]
    [InlineData("Rack object", "Rack")]
    [InlineData("object (Rack)", "Rack")]
    [InlineData("see the Rack table", "Rack")]
    [InlineData("array of Rack records", "Rack[]")]
    [InlineData("Rack[]", "Rack[]")]
    public void A_type_names_a_table_of_the_page(string type, string drafted)
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type", "a," + type) + "<h3>Rack</h3>" + Table("Name,Type", "size,integer"));

        Has(draft, "response:\n  a: " + drafted + "\n");
        Has(draft, "schemas:\n  Rack:\n    size: int\n");
    }

    [Theory]
    [InlineData("timestamp", "date-time")]
    [InlineData("time", "time")]
    [InlineData("hash", "object")]
    public void A_word_with_several_meanings_is_marked(string type, string drafted)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "a," + type)), "response:\n  a: " + drafted + "  # check: type '" + type + "'\n");

    [Fact]
    public void A_date_with_a_time_in_its_description_is_marked()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "a,date,Such as 2026-01-31T12:00:00Z.")),
            "  a: date - Such as 2026-01-31T12:00:00Z.  # check: the description has a time\n");

    [Theory]
    [InlineData("string (required)", "a: string - A.")]
    [InlineData("required string", "a: string - A.")]
    [InlineData("string optional", "a?: string - A.")]
    [InlineData("string (optional; max 64 characters)", "a?: string ..64 - A.")]
    [InlineData("integer; optional; default: 10", "a?: int default 10 - A.")]
    [InlineData("integer = 10", "a?: int default 10 - A.")]
    [InlineData("integer: 10", "a?: int default 10 - A.")]
    [InlineData("integer (default: 10)", "a: int required not stated default 10 - A.")]
    [InlineData("string; date-time; required", "a: date-time - A.")]
    public void A_cell_of_types_can_say_more(string type, string row)
        => Has(Html(Query + Table("Name,Type,Description", "a," + type + ",A.")), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("string: email")]
    [InlineData("string: uuid")]
    [InlineData("string = base64")]
    [InlineData("string: 1-64")]
    [InlineData("string: 64")]
    [InlineData("integer: int64")]
    [InlineData("boolean: flag")]
    public void A_format_after_a_type_is_no_default(string type)
        => Has(Html(Query + Table("Name,Type", "a," + type)), "query:\n  a: unknown required not stated  # check: type '" + type + "'\n");

    [Theory]
    [InlineData("number = 0.5", "a?: double default 0.5")]
    [InlineData("boolean: true", "a?: boolean default true")]
    [InlineData("boolean = false", "a?: boolean default false")]
    [InlineData("boolean; default: true", "a: boolean required not stated default true")]
    [InlineData("boolean; default: false", "a: boolean required not stated default false")]
    [InlineData("string = \"low\"", "a?: string default low")]
    [InlineData("string; default: low", "a: string required not stated default low")]
    public void A_value_after_a_type_is_its_default(string type, string row)
        => Has(Html(Query + Table("Name,Type", "a," + type)), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("size (integer)", "string", "size: string required not stated  # check: 'integer' after the name")]
    [InlineData("size (integer; required)", "string", "size: string  # check: 'integer' after the name")]
    [InlineData("size: integer", "string", "size: string required not stated  # check: 'integer' after the name")]
    [InlineData("size (array of integers)", "integer", "size: int required not stated  # check: 'array of integers' after the name")]
    [InlineData("size (integer)", "int32", "size: int required not stated")]
    [InlineData("size (integer)", "integer; optional", "size?: int")]
    public void A_type_after_the_name_that_contradicts_the_column_is_marked(string name, string type, string row)
        => Has(Html(Query + Table("Name,Type", name + "," + type)), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("string", "date-time", "date-time")]
    [InlineData("integer", "int64", "long")]
    [InlineData("integer", "-", "int")]
    public void A_column_of_formats_belongs_to_that_of_the_types(string type, string format, string drafted)
    {
        Has(Html("<h2>Response</h2>" + Table("Name,Type,Format", "a," + type + "," + format)), "response:\n  a: " + drafted + "\n");
        Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nResponse\n\nName\tType\tFormat\na\t" + type + "\t" + format + "\nb\tstring\t-\n", "base"),
            "response:\n  a: " + drafted + "\n");
    }

    [Theory]
    [InlineData("Max length", "64 characters", "string ..64")]
    [InlineData("Maximum length", "1,000", "string ..1000")]
    [InlineData("Length", "3-64", "string 3..64")]
    [InlineData("Length", "64", "string ..64")]
    public void A_column_can_have_one_limit(string title, string cell, string drafted)
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>" + title + "</th></tr><tr><td>a</td><td>string</td>"
            + "<td>" + cell + "</td></tr></table>"),
            "response:\n  a: " + drafted + (title == "Length" && cell == "64" ? "  # check: the range\n" : "\n"));

    [Theory]
    [InlineData("string; integer")]
    [InlineData("Integer or String")]
    [InlineData("low; high")]
    public void Several_types_are_none(string type)
        => Has(Html(Query + Table("Name,Type,Description", "a," + type + ",A.")),
            "query:\n  a: unknown required not stated - A.  # check: type '" + type.Replace("; ", ", ", StringComparison.Ordinal) + "'\n");

    [Theory]
    [InlineData("string; nullable", "string or null")]
    [InlineData("string (nullable)", "string or null")]
    public void A_cell_of_types_can_say_that_null_is_allowed(string type, string drafted)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "a," + type)), "response:\n  a: " + drafted);

    [Fact]
    public void Words_in_a_cell_of_types_that_mean_nothing_stay_in_the_description()
        => Has(Html(Query + Table("Name,Type,Description", "a,string (from the sticker),A.")),
            "query:\n  a: string required not stated - A. from the sticker  # check: type 'string (from the sticker)'\n");

    [Theory]
    [InlineData("| depth | integer, optional | In cm. |")]
    [InlineData("| depth | optional integer | In cm. |")]
    [InlineData("| `depth` | `integer` (optional) | In cm. |")]
    public void A_pipe_table_has_the_same_cells(string row)
        => Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nQuery parameters\n\n| Name | Type | Description |\n|---|---|---|\n" + row + "\n", "base"),
            "query:\n  depth?: int - In cm.\n");

    [Theory]
    [InlineData("depth (integer; optional)", "depth?: int - In cm.")]
    [InlineData("depth (integer)", "depth: int required not stated - In cm.")]
    [InlineData("depth: integer", "depth: int required not stated - In cm.")]
    [InlineData("depth integer required", "depth: int - In cm.  # check: whether 'integer' is the type")]
    [InlineData("depth<br><em>optional</em>", "depth?: unknown - In cm.")]
    [InlineData("depth<br>integer<br>required", "depth: int - In cm.  # check: whether 'integer' is the type")]
    [InlineData("depth integer", "depth: int required not stated - In cm.  # check: whether 'integer' is the type")]
    [InlineData("depth (deprecated)", "depth: unknown required not stated - deprecated. In cm.")]
    [InlineData("depth:", "depth: unknown required not stated - In cm.")]
    [InlineData(":depth", "depth: unknown required not stated - In cm.")]
    public void The_cell_of_a_name_can_have_the_type(string name, string row)
        => Has(Html(Query + Table("Name,Description", name + ",In cm.")), "query:\n  " + row + "\n");
}
