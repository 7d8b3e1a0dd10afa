using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>What a profile can say about a manual: patterns of headings, captions, roles and badges.</summary>
public sealed class ProfileWordsTests
{
    private const string Head = "<html><body><h1>Get a rack</h1><p>Reads a rack.</p><h2>Request</h2><p>GET /racks</p>";
    private const string Members = "Name,Type,Description";

    [Theory]
    [InlineData("headings:\n  response: [\"The {name} object\"]\n")]
    [InlineData("captions: [\"The {name} object\"]\n")]
    public void A_heading_with_the_name_of_a_type_starts_its_table(string entry)
    {
        var draft = Draft(entry, Head + "<h2>Status codes</h2>" + Table("Code,Type,Description", "200,Rack,Done.")
            + "<h2>Response objects</h2><h4>The <code>Rack</code> object</h4><p>A rack.</p>" + Table(Members, "slots,Slot[],Its slots.")
            + "<h4>The <code>Slot</code> object</h4>" + Table(Members, "free,boolean,Whether it is free."));

        Has(draft, "\nresponse: Rack\n");
        Has(draft, "  Rack:\n    members:\n      slots: Slot[] - Its slots.\n    description: A rack.\n  Slot:\n    free: boolean - Whether it is free.\n");
        Assert.Empty(draft.Spec.Diagnostics);
        Assert.Equal(["Response objects"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_label_of_a_remark_without_its_value_is_listed()
    {
        var draft = Support.HtmlSection.Html(
            "<h2>Query parameters</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>size</td><td>integer</td>"
            + "<td><p>The size.</p><p>Default value:</p></td></tr></table>");

        Assert.Contains("  size: int required not stated - The size.\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Default value:"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_table_of_a_type_does_not_replace_the_table_of_the_part()
    {
        var draft = Draft("headings:\n  response: [Response, \"Definitions > {name}\"]\n  group: [Definitions]\n",
            Head + "<h2>Response</h2>" + Table(Members, "slots,Slot[],Its slots.", "size,integer,In cm.") + "<h2>Definitions</h2>"
            + "<h3>Key</h3>" + Table(Members, "id,string,Its name.") + "<h3>Slot</h3>" + Table(Members, "key,Key,Its key."));

        Has(draft, "\nresponse:\n  slots: Slot[] - Its slots.\n  size: int - In cm.\n");
        Has(draft, "  Key:\n    id: string - Its name.\n  Slot:\n    key: Key - Its key.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Without_a_table_of_the_part_the_type_that_nothing_names_is_the_part()
    {
        var draft = Draft("headings:\n  body: [\"The {name} input\"]\n", Head.Replace("GET", "POST", StringComparison.Ordinal)
            + "<h3>The Key input</h3>" + Table(Members, "id,string,Its name.")
            + "<h3>The Slot input</h3>" + Table(Members, "key,Key,Its key.", "next,Slot,The next."));

        Has(draft, "\nbody: Slot  # check: the type of the part\n");
        Has(draft, "  Key:\n    id: string");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Of_several_types_that_nothing_names_none_is_the_part()
        => Assert.DoesNotContain(
            "\nbody:",
            Draft("headings:\n  body: [\"The {name} input\"]\n", Head.Replace("GET", "POST", StringComparison.Ordinal)
                + "<h3>The Key input</h3>" + Table(Members, "id,string,Its name.") + "<h3>The Slot input</h3>" + Table(Members, "size,integer,In cm."))
                .Written.Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Slot[]")]
    [InlineData("array of Slot")]
    [InlineData("List&lt;Slot&gt;")]
    [InlineData("Slot")]
    public void The_name_of_a_type_in_a_list_makes_its_heading_a_table(string type)
    {
        var draft = Draft("", Head + "<h2>Response</h2>" + Table(Members, "slots," + type + ",Its slots.")
            + "<h3>Slot</h3>" + Table(Members, "free,boolean,Free."));

        Has(draft, "schemas:\n  Slot:\n    free: boolean - Free.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_pattern_under_a_heading_matches_any_heading_there()
    {
        var draft = Draft("headings:\n  response: [\"Answers > *\"]\n",
            Head + "<h2>Answers</h2><h3>Whatever it is called</h3>" + Table(Members, "size,integer,In cm."));

        Has(draft, "\nresponse:\n  size: int - In cm.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_caption_can_be_a_heading_that_names_a_member()
    {
        var draft = Draft("captions: [\"Fields of {name}\"]\n", Head + "<h2>Response</h2>" + Table(Members, "owner,object,Its owner.")
            + "<h3>Fields of owner</h3>" + Table(Members, "mail,string,The address."));

        Has(draft, "  owner:\n    type: object\n    members:\n      mail: string - The address.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Sentences_between_a_caption_and_its_table_are_listed()
    {
        var draft = Draft("captions: [\"The {name} object\"]\n", Head + "<h2>Response</h2>" + Table(Members, "size,integer,In cm.", "motor,Motor,Its motor.")
            + "<p>The Motor object</p><p>What turns it.</p>" + Table(Members, "hot,boolean,Hot."));

        Has(draft, "schemas:\n  Motor:\n    hot: boolean - Hot.\n");
        Assert.Equal(["What turns it."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("notes", "<p>Beachte</p><p>Racks are heavy.</p><p>Lists all racks.</p>", "Racks are heavy.")]
    [InlineData("notes", "<p>Lists all racks.</p><p>Beachte: Racks are heavy.</p>", "Racks are heavy.")]
    public void Labels_of_a_profile_are_no_part_of_the_function(string kind, string text, string left)
    {
        var draft = Draft("labels:\n  " + kind + ": [Beachte]\n", "<html><body><h1>List racks</h1>" + text + "<h2>Request</h2><p>GET /racks</p>");

        Has(draft, "function: Lists all racks.\n");
        Assert.Contains(draft.Draft.Unread, line => line.Text.EndsWith(left, StringComparison.Ordinal));
    }

    [Fact]
    public void A_label_of_code_is_left_out()
        => Assert.Empty(Draft("labels:\n  code: [Abschrift]\n", Head + "<h2>Response</h2><p>Abschrift</p><pre>{ \"size\": 1 }</pre>").Draft.Unread);

    [Fact]
    public void A_label_for_the_result_is_no_name_of_a_table()
        => Has(Draft("labels:\n  outcomes: [Gut]\n", Head + "<h2>Status codes</h2>" + Table("Code,Type,Description", "200,Gut,Done.")
            + "<h2>Response</h2>" + Table(Members, "size,integer,In cm.")), "response:\n  size: int - In cm.\n");

    [Fact]
    public void A_label_above_the_contents_is_not_the_title()
    {
        var profile = Profile("labels:\n  contents: [Inhalt]\n");

        var draft = Support.Drafting.Draft(Support.Drafting.Read("List racks\n\nInhalt\n\nGET /racks\n\nStatus codes\n\n200 OK\n"), profile);

        Has(draft, "title: List racks\n");
    }

    [Theory]
    [InlineData("To call this, you need the {name} scope.", "To call this, you need the racks.read scope.", "roles: [racks.read]\n", "")]
    [InlineData("You need the {name} scope", "You need the racks.read scope.", "roles: [racks.read]\n", "")]
    [InlineData("{name} scope", "racks.read scope, racks.write scope", "roles: [racks.read, racks.write]\n", "")]
    [InlineData("{name} scope", "racks.read scope, and what the owner allows", "roles: [racks.read]\n", "what the owner allows")]
    public void The_pattern_of_a_role_can_be_a_whole_sentence(string pattern, string sentence, string roles, string left)
    {
        var draft = Draft("roles: [\"" + pattern + "\"]\n", Head + "<h2>Roles</h2><p>" + sentence + "</p>");

        Has(draft, roles);
        Assert.Equal(left.Length == 0 ? [] : [left], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_pattern_that_is_only_a_name_marks_words()
        => Has(Draft("roles: [\"{name}\"]\n", Head + "<h2>Roles</h2><p>Owners of racks</p>"), "roles: [Owners of racks]  # check: roles\n");

    [Theory]
    [InlineData("<ul><li>Old</li></ul><p>This call is deprecated. Use the shelves.</p>", "function: Reads a rack.\ndeprecated: Use the shelves.\n", "Old")]
    [InlineData("<ul><li>Deprecated</li></ul>", "function: Reads a rack.\ndeprecated: true\n", "")]
    [InlineData("<ul><li>Version 3</li><li>For owners</li></ul>", "function: Reads a rack.\nrequest:", "Version 3\nFor owners")]
    public void Badges_between_the_title_and_the_function_do_not_hide_it(string badges, string lines, string left)
    {
        var draft = Draft("", "<html><body><h1>Get a rack</h1>" + badges + "<p>Reads a rack.</p><h2>Request</h2><p>GET /racks</p>");

        Has(draft, lines);
        Assert.Equal(left.Split('\n', StringSplitOptions.RemoveEmptyEntries), draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("roles: [\"{role} scope\"]", "'{role}' is not one of {name}")]
    [InlineData("captions: [\"Table of things\"]", "'Table of things' cannot be an entry of 'captions': write '{name}' where the name is printed")]
    [InlineData("rows: [\"{foo} {name}\"]", "'{foo}' is not one of {code}")]
    [InlineData("remarks:\n  \"Between {a} and {b}\": \"{a}..{b}\"", "'{a}' is not one of {value}")]
    [InlineData("headings:\n  request: [\"The {call} call\"]", "'{call}' is not one of {name}")]
    [InlineData("headings:\n  request: [\"A * > Call\"]", "'A * > Call' cannot be a heading: write the heading before '>' without '*' and braces")]
    [InlineData("drop: [\"Copyright {year}\"]", "'Copyright {year}' cannot be an entry of 'drop': write '*' for any characters, in place")]
    [InlineData("deprecated: [\"Old since {version}\"]", "'Old since {version}' cannot be an entry of 'deprecated': write '*' for any characters")]
    [InlineData("refer:\n  - text: See {title}\n    write:\n      status: unknown", "'See {title}' cannot be an entry of 'refer': write '*'")]
    [InlineData("tables:\n  status:\n    code: [\"Code*\"]", "'Code*' cannot be the title of a column")]
    [InlineData("labels:\n  notes: [\"Note *\"]", "'Note *' cannot be a label")]
    public void A_gap_without_a_meaning_is_reported(string entry, string message)
    {
        var (_, diagnostics) = ProfileReader.Read("profile: x\n" + entry + "\n", ShippedProfiles.Find, TestContext.Current.CancellationToken);

        Assert.Contains(diagnostics, diagnostic => diagnostic.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Message.Contains("start a description", StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_that_match_nothing_and_the_part_of_each_heading_are_known()
    {
        var profile = Profile("headings:\n  response: [Answer, Result]\n  roles: [Who]\ntables:\n  parameters:\n    name: [Slot, Name]\n"
            + "remarks:\n  \"Factory setting {value}\": default {value}\ndrop: [\"Top of page\", \"Copyright *\"]\n");
        var page = Support.Drafting.Read(Head + "<h2>Answer</h2>" + Table(Members, "size,integer,In cm.") + "<h2>More</h2><p>Top of page</p>", "page.html");

        var draft = Support.Drafting.Draft(page, profile).Draft;
        var section = draft.Section!;

        Assert.Equal(
            ["headings/response: Result", "headings/roles: Who", "tables/parameters/name: Slot", "remarks: Factory setting {value}", "drop: Copyright *"],
            ProfileUse.Unused(section, profile, draft.Use).Select(static entry => entry.Key + ": " + entry.Text)
                .OrderBy(static text => text.StartsWith("drop", StringComparison.Ordinal)));
        Assert.Equal(
            [("Request", "request"), ("Answer", "response"), ("More", null)],
            ProfileUse.Headings(section, profile).Select(static heading => (heading.Heading.Text, heading.Key)));
    }

    [Fact]
    public async Task Drafts_with_one_profile_do_not_share_what_they_match()
    {
        var profile = Profile("roles: [\"{name} scope\"]\ndrop: [\"Top of page\"]\n");
        var pages = new[] { Head + "<h2>Roles</h2><p>racks.read scope</p>", Head + "<p>Top of page</p>", Head }
            .Select(static html => Support.Drafting.Read(html, "page.html")).ToList();

        var unused = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => Task.Run(
            () => UnusedIn(pages[index % pages.Count]), TestContext.Current.CancellationToken)));

        for (var i = 0; i < unused.Length; i++)
        {
            string[] expected = (i % pages.Count) switch { 0 => ["Top of page"], 1 => ["{name} scope"], _ => ["{name} scope", "Top of page"] };
            Assert.Equal(expected, unused[i]);
        }

        string[] UnusedIn(Pages.Page page)
        {
            var draft = Support.Drafting.Draft(page, profile).Draft;
            return [.. ProfileUse.Unused(draft.Section!, profile, draft.Use).Select(static entry => entry.Text)
                .OrderDescending(StringComparer.OrdinalIgnoreCase)];
        }
    }

    [Fact]
    public void Without_a_fitting_profile_title_and_function_are_marked()
    {
        var options = new DraftOptions(null, null, IsProfileFitting: false);

        var draft = Support.Drafting.Draft(Support.Drafting.Read(Head, "page.html"), Profile(""), options: options);

        Has(draft, "title: Get a rack  # check: no profile fits the page\n");
        Has(draft, "function: Reads a rack.  # check: no profile fits the page\n");
    }

    private static Profile Profile(string text)
    {
        var (profile, diagnostics) = ProfileReader.Read("profile: mine\nextends: base\n" + text, ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return profile!;
    }

    private static CheckedDraft Draft(string profile, string page) => Support.Drafting.Draft(Support.Drafting.Read(page, "page.html"), Profile(profile));
}
