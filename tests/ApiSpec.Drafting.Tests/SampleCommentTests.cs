using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Comments in samples of JSON.</summary>
public sealed class SampleCommentTests
{
    [Theory]
    [InlineData("  // The size.\n  \"size\": \"12\", // cm\n  \"full\": true // Whether it is full.\n")]
    [InlineData("  # The size.\n  \"size\": \"12\", # cm\n  # Whether it is full.\n  \"full\": true\n")]
    [InlineData("  /* The size. */\n  \"size\": \"12\", /* cm */\n  /**\n   * Whether it\n   * is full.\n   */\n  \"full\": true\n")]
    [InlineData("  // The\n  // size.\n\n  \"size\": \"12\" /* cm */, \"full\": true /* Whether it is full. */\n")]
    public void Comments_describe_the_members_below_or_before_them(string members)
    {
        var draft = Html("<h2>Response</h2><pre>{\n" + members + "}</pre>");

        Has(draft, "response:\n  size: string - The size. cm  # from the sample\n  full: boolean - Whether it is full.  # from the sample\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Members_inside_of_others_have_comments()
        => Has(Html("<h2>Response</h2><pre>{\n  \"racks\": [ // All of them.\n    {\n      \"size\": 12, // In cm.\n      // Who has it.\n      \"owner\": {\n"
                + "        // As in the list.\n        \"name\": 'Ann' // or \"Bob\"\n      }\n    }\n  ]\n}</pre>"),
            "response:\n  racks:  # from the sample\n    type: object[]\n    members:\n      size: long - In cm.  # from the sample\n"
                + "      owner:  # from the sample\n        type: object\n        members:\n"
                + "          name: string - As in the list. or \"Bob\"  # from the sample\n"
                + "        description: Who has it.\n"
                + "    description: All of them.\n");

    [Fact]
    public void Facts_in_comments_are_read()
        => Has(Html("<h2>Response</h2><pre>{\n  \"size\": 12, // In cm. Default: 4\n  \"mode\": \"low\" // One of: low, high\n}</pre>"),
            "response:\n  size: long default 4 - In cm.  # from the sample\n  mode: enum low|high  # from the sample\n");

    [Fact]
    public void Comments_that_describe_no_member_are_listed()
    {
        var draft = Html("<h2>Response</h2><pre>{ // A rack\n  \"size\": 12,\n  // \"depth\": 4,\n  \"at\": \"http://h/a#b\"\n  // No more.\n}</pre>");

        Has(draft, "response:\n  size: long  # from the sample\n  at: url  # from the sample\n");
        Assert.Equal(["A rack", "\"depth\": 4,", "No more."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_comment_of_dots_leaves_members_out()
        => Has(Html("<h2>Response</h2><pre>{\n  \"size\": 12, // In {cm}\n  // ...\n}</pre>"),
            "response:\n  size: long - In {cm}  # from the sample\n  ...: unknown\n");

    [Fact]
    public void A_description_in_the_table_comes_before_a_comment()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "size,integer,Its size.", "full,boolean,")
                + "<pre>{\n  \"size\": 12, // In cm.\n  \"full\": true // Whether it is full.\n}</pre>"),
            "response:\n  size: int - Its size.\n  full: boolean - Whether it is full.\n");
}
