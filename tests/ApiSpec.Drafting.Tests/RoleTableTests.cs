using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Roles in tables of permissions.</summary>
public sealed class RoleTableTests
{
    [Theory]
    [InlineData("Name,Conditions")]
    [InlineData("Permission,Description")]
    [InlineData("Scope,Details")]
    public void The_row_of_a_table_has_the_role(string titles)
    {
        var draft = Html("<h2>Permissions</h2>" + Table(titles, "racks:read,Always needed"));

        Has(draft, "roles: [racks:read]\n");
        Assert.Equal(["description: Always needed"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_role_that_must_not_call_is_left_out()
    {
        var draft = Html("<h2>Permissions</h2>" + Table("Role,Allowed", "Administrator,Yes", "Operator,Yes", "Guest,No"));

        Has(draft, "roles: [Administrator, Operator]\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("\u2014")]
    [InlineData("Denied")]
    [InlineData("Never")]
    [InlineData("Read only")]
    public void A_role_that_may_not_be_allowed_to_call_is_marked(string cell)
    {
        var draft = Html("<h2>Permissions</h2>" + Table("Role,Allowed", "Administrator,Yes", "Guest," + cell));

        Has(draft, "roles: [Administrator]  # check: whether the other roles of the table may call it\n");
        Assert.Equal([("Guest " + cell).Trim()], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("N/A")]
    [InlineData("-")]
    public void A_cell_that_says_nothing_is_no_role(string cell)
    {
        var draft = Html("<h2>Permissions</h2>" + Table("Permission,Description", cell + ",Anyone."));

        Assert.DoesNotContain("roles:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["description: Anyone."], draft.Draft.Unread.Select(static line => line.Text));
        Has(Html("<h2>Permissions</h2>" + Table("Permission,Description", cell + ",Anyone.", "Racks.Read,Reads.")), "roles: [Racks.Read]\n");
    }

    [Fact]
    public void Several_rows_that_do_not_say_who_may_call_are_marked()
        => Has(
            Html("<h2>Permissions</h2>" + Table("Permission,Description", "Racks.Read,Reads.", "Racks.Write,Writes.")),
            "roles: [Racks.Read, Racks.Write]  # check: whether each of these roles may call it\n");

    [Fact]
    public void A_cell_can_have_several_roles()
        => Has(
            Html("<h2>Permissions</h2>" + Table("Permission type,Permissions", "Application,Racks.Read; Racks.Write", "Personal,Not supported.")),
            "roles: [Racks.Read, Racks.Write]  # check: whether each of these roles may call it\n");

    [Theory]
    [InlineData("Role\tAllowed\nAdministrator\tYes\nGuest\tNo\n")]
    [InlineData("| Role | Allowed |\n|---|---|\n| Administrator | Yes |\n| Guest | No |\n")]
    [InlineData("Role\n\nAllowed\n\nAdministrator\n\nYes\n\nGuest\n\nNo\n")]
    public void Copied_text_can_have_the_table(string table)
        => Has(Draft("List racks\n\nGET /racks\n\nPermissions\n\n" + table + "\nStatus codes\n\n200 OK\n"), "roles: [Administrator]\n");

    [Fact]
    public void A_table_without_names_is_listed()
    {
        var draft = Html("<h2>Permissions</h2>" + Table("Role,Description", "Anyone with a key.,Reads."));

        Assert.DoesNotContain("roles:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Role Description", "Anyone with a key. Reads."], draft.Draft.Unread.Select(static line => line.Text));
    }

    private static CheckedDraft Draft(string page) => Support.Drafting.Draft(page, "base");
}
