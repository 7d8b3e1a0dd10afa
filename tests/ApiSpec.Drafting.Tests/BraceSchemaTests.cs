using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Schemas in braces with types in place of values.</summary>
public sealed class BraceSchemaTests
{
    [Fact]
    public void Types_with_question_marks_and_remarks_are_rows()
    {
        var draft = Html("<h2>Response body</h2><pre>{\n  name: string, // The name.\n  // In cm.\n  size?: integer;\n  mode: \"fast\" | \"slow\"\n"
            + "  note: string | null\n  tags: string[]\n  owner: {\n    mail: string\n  },\n  slots?: [{ free: boolean }]\n}</pre>");

        Has(draft, "response:\n  name: string - The name.\n  size?: int - In cm.\n  mode: enum fast|slow\n  note: string or null\n  tags: string[]\n"
            + "  owner:\n    mail: string\n  slots?[]:\n    free: boolean\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_schema_on_one_line_is_read()
    {
        var draft = Draft("Add a rack\n\nRequest\n\nPOST /racks\n\nRequest body\n\n{ name: string, size?: integer // In cm. }\n\nStatus codes\n\n200 OK\n");

        Has(draft, "body:\n  name: string\n  size?: int - In cm.\n");
    }

    [Fact]
    public void Without_question_marks_the_schema_does_not_say_what_is_required()
        => Has(Draft("Add a rack\n\nRequest\n\nPOST /racks\n\nRequest body\n\n{ name: string, size: integer }\n\nStatus codes\n\n200 OK\n"),
            "body:\n  name: string required not stated\n  size: int required not stated\n");

    [Fact]
    public void Descriptions_can_be_under_their_members()
    {
        var draft = Draft("Add a job\n\nRequest\n\nPOST /jobs\n\nRequest body\n\n{\nThe job to add.\nname* string\nThe name of it.\n"
            + "often* enum ALLOWED:HOURLY, DAILY\nstart integer\nThe time of it.\n}\n\nStatus codes\n\n200 OK\n");

        Has(draft, "body:\n  name: string - The name of it.  # check: what the sign after 'name*' means\n  often: enum HOURLY|DAILY  # check: ");
        Has(draft, "  start: int required not stated - The time of it.\n");
        Assert.Equal(["The job to add."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void JSON_with_comments_is_a_schema()
        => Has(Html("<h2>Response body</h2><pre>{\n  \"name\": \"string\", // The name.\n  \"kind\": RackKind, /* Its kind. */\n  \"all\": [\n    {\n"
            + "      \"size\": integer // In cm.\n    }\n  ]\n}</pre>"),
            "response:\n  name: string - The name.\n  kind: unknown - Its kind.  # check: type 'RackKind'\n  all[]:\n    size: int - In cm.\n");

    [Theory]
    [InlineData("{ \"name\": \"string\", \"size\": 12 }", "name: string", "size: long")]
    [InlineData("{ \"name\": string, \"size\": integer }", "name: string", "size: int")]
    [InlineData("{ \"name\": \"number\", \"size\": \"a\" }", "name: double", "size: string")]
    public void JSON_is_a_sample(string json, string first, string second)
    {
        var draft = Html("<h2>Response body</h2><pre>" + json + "</pre>");

        Has(draft, "response:\n  " + first + "\n  " + second);
    }

    private static Checking.CheckedDraft Draft(string page) => Support.Drafting.Draft(page, "base");
}
