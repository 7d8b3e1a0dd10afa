using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Names that show which object a member belongs to.</summary>
public sealed class NestedNameTests
{
    [Theory]
    [InlineData("\u00BB ")]
    [InlineData("\u21B3 ")]
    [InlineData("\u2514\u2500 ")]
    [InlineData("\u2514\u2500\u2500 ")]
    [InlineData("- ")]
    [InlineData("+ ")]
    [InlineData(". ")]
    [InlineData(".")]
    public void A_mark_before_a_name_is_a_level(string mark)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "rack,object", mark + "size,integer", "owner,string")),
            "response:\n  rack:\n    size: int\n  owner: string\n");

    [Theory]
    [InlineData("[array item]")]
    [InlineData("[]")]
    public void A_row_in_brackets_is_the_item_of_a_list(string name)
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type", name + ",array", "\u00BB size,integer", "\u00BB owner,string"));

        Has(draft, "response: RacksResponse[]\n");
        Has(draft, "    size: int\n    owner: string\n");
    }

    [Theory]
    [InlineData("[].size", "[].owner")]
    [InlineData("[*].size", "[*].owner")]
    public void Brackets_before_a_name_mean_a_list(string first, string second)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", first + ",integer", second + ",string")), "response: RacksResponse[]\n");

    [Theory]
    [InlineData("rack/size")]
    [InlineData("rack>size")]
    [InlineData("rack > size")]
    [InlineData("rack->size")]
    [InlineData("rack.size")]
    [InlineData("rack[size]")]
    public void A_sign_between_two_names_is_a_level(string name)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "rack,object", name + ",integer")), "response:\n  rack:\n    size: int\n");

    [Fact]
    public void A_slash_without_a_row_for_the_object_is_marked()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "rack/size,integer")), "response:\n  rack/size: int  # check: whether '/' is part of the name\n");

    [Theory]
    [InlineData("*", "\"*\"")]
    [InlineData("{id}", "\"{id}\"")]
    public void A_word_for_any_name_is_marked(string part, string key)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "racks,object", "racks." + part + ".size,integer")),
            "response:\n  racks:\n    " + key + ":  # check: whether '" + part + "' is a name\n      size: int\n");

    [Fact]
    public void A_star_after_a_dot_is_no_sign()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "racks,object", "racks.*,integer")),
            "response:\n  racks:\n    \"*\": int  # check: whether '*' is a name\n");

    [Fact]
    public void A_line_break_after_a_dot_is_no_space()
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>rack</td><td>object</td></tr>"
            + "<tr><td>rack.<br>size</td><td>integer</td></tr><tr><td>rack.<br>slots[]</td><td>string</td></tr></table>"),
            "response:\n  rack:\n    size: int\n    slots: string[]\n");

    [Fact]
    public void A_name_with_a_dot_that_JSON_prints_as_one_member_is_one()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "rack.size,integer") + "<h2>Example response</h2><pre>{ \"rack.size\": 4 }</pre>"),
            "response:\n  rack.size: int\n");

    [Fact]
    public void The_example_shows_a_list_and_the_types_that_the_table_lacks()
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Description", "size,In cm.", "owner,Who.")
            + "<h2>Example response</h2><pre>[ { \"size\": 4, \"owner\": { \"name\": \"Ann\" } } ]</pre>");

        Has(draft, "response: RacksResponse[]  # from the example\n");
        Has(draft, "    size: int - In cm.  # from the example\n");
        Has(draft, "        name: string  # from the example\n");
    }

    [Fact]
    public void A_row_for_the_whole_body_with_a_type_of_another_page_gives_way_to_its_sample()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Set a rack</h1><h2>Request</h2><p>PUT /racks/{id}</p><h2>Body parameter</h2>"
            + "<pre>{ \"owner\": \"Ann\" }</pre><h2>Parameters</h2>" + Table("Name,In,Type,Required,Description", "id,path,string,true,The rack.",
            "body,body,racks.SetRack,true,The new facts.") + "</body></html>", "base", "page.html");

        Has(draft, "body:\n  owner: string  # from the sample\n");
        Has(draft, "path:\n  id: string - The rack.\n");
        Has(draft, "# not read, line 1: body body racks.SetRack true The new facts.\n");
    }

    [Fact]
    public void A_schema_in_JSON_above_its_table_is_no_second_table()
    {
        var draft = Html("<h2>Response</h2><pre>{\n  \"size\": \"integer\",\n  // one of both\n  \"owner\": \"string\"\n}</pre>"
            + Table("Name,Type,Description", "size,integer,In cm.", "owner,string,Who."));

        Has(draft, "response:\n  size: int - In cm.\n  owner: string - Who.\n");
    }
}
