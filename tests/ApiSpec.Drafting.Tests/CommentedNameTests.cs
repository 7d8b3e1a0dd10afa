using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Parameters that a page prints as code with comments.</summary>
public sealed class CommentedNameTests
{
    [Theory]
    [InlineData("// The most racks\n// of a page.\nlimit // at a time\n\noffset // in racks\n\n// Only full ones\nfull: boolean // by size")]
    [InlineData("# The most racks\n# of a page.\nlimit # at a time\noffset # in racks\n# Only full ones\nfull boolean # by size")]
    [InlineData("/* The most racks of a page. */\n\"limit\", /* at a time */\n\noffset; // in racks\n\n// Only full ones\nfull: boolean, // by size")]
    public void Names_are_rows_and_comments_are_descriptions(string code)
    {
        var draft = Html("<h2>Query string parameters</h2><pre>" + code + "</pre>");

        Has(draft, "query:\n  limit: unknown required not stated - The most racks of a page. at a time\n  offset: unknown required not stated - in racks\n"
            + "  full: boolean required not stated - Only full ones, by size\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Values_and_comments_apart_from_names_are_listed()
    {
        var draft = Html("<h2>Query parameters</h2><pre>// Paging\n\n// The most racks. Optional.\nlimit=10\n</pre>");

        Has(draft, "query:\n  limit?: unknown - The most racks.\n");
        Assert.Equal(["Paging", "limit=10"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("<pre>racks of a room\n\n// The most racks.\nlimit\n// The first one.\noffset</pre>")]
    [InlineData("<pre>racks of a room</pre><pre>// The most racks.\nlimit\n// The first one.\noffset</pre>")]
    public void Names_can_follow_other_code(string code)
        => Has(Html("<h2>Query parameters</h2>" + code),
            "query:\n  limit: unknown required not stated - The most racks.\n  offset: unknown required not stated - The first one.\n");

    [Theory]
    [InlineData("// The racks of the room.\nselect all from racks")]
    [InlineData("limit\noffset")]
    [InlineData("done // all")]
    public void Other_code_is_listed(string code)
    {
        var draft = Html("<h2>Query parameters</h2><pre>" + code + "</pre>");

        Assert.DoesNotContain("query:\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.NotEmpty(draft.Draft.Unread);
    }
}
