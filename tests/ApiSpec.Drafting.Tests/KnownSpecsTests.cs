
namespace ApiSpec.Drafting.Tests;

/// <summary>Existing specs decide questions that a page leaves open.</summary>
public sealed class KnownSpecsTests
{
    private const string Api = "api: jobs\nclient: JobsClient\nroles: [Admin, Develop, Modify, Submit]\n";
    private const string Table = "schemas:\n  ActionObject:\n    name: string\n    href: url\n    method: string\n    parameters: any[] or null\n";
    private const string Neighbour =
        "operation: Tasks.Get\nrequest: GET /Automation/{version}/objects/Tasks/{id}\nversion: v1\npath:\n  id: long - Number of the task\nstatus: unknown\n";
    private const string Target = "operation: Tasks.Retry\nrequest: POST /Automation/{version}/objects/Tasks/{id}/actions/rerunStart/invoke\nversion: v1\n"
        + "path:\n  id: long\nstatus: unknown\n";

    private static readonly string s_page = Support.Drafting.PageOf("jp1ao-9.6.8.txt");

    [Fact]
    public void A_table_with_the_same_members_is_named()
    {
        var text = Support.Drafting.Draft(s_page, known: Support.Drafting.Known(Api, Table)).Written.Text;

        Assert.StartsWith("api: jobs\n", text, StringComparison.Ordinal);
        Assert.Contains("response: ActionObject  # from the other specs\nwith:\n  name: always rerunStart", text, StringComparison.Ordinal);
        Assert.DoesNotContain("schemas:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_in_a_table_of_all_parameters_is_named()
    {
        const string Lamp = "schemas:\n  Lamp:\n    name: string\n    level: int\n    isOn: boolean\n    color: string\n";
        var page = "<html><body><h1>Set a lamp</h1><h2>URL</h2><p>/lamps/${id}</p><h2>Access Method</h2><p>PUT</p><h2>Parameters</h2>"
            + Support.HtmlSection.Table(
                "Parameter,Mandatory/Optional,Type", "id,Mandatory,string", "name,Mandatory,string", "level,Mandatory,int", "isOn,Mandatory,boolean",
                "color,Mandatory,string");

        var draft = Support.Drafting.Draft(page, "oceanstor", "page.html", Support.Drafting.Known(Api, Lamp));

        Support.HtmlSection.Has(draft, "path:\n  id: string\n");
        Support.HtmlSection.Has(draft, "body: Lamp  # check: the body\n");
    }

    [Fact]
    public void An_operation_has_the_name_that_its_spec_gives_it()
        => Assert.Contains(
            "  href: link Tasks.Retry  # from the address\n",
            Support.Drafting.Draft(s_page, known: Support.Drafting.Known(Api, Target)).Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_placeholder_has_the_type_that_it_has_next_door()
    {
        var page = s_page[..s_page.IndexOf("Usage example", StringComparison.Ordinal)];

        var text = Support.Drafting.Draft(page, known: Support.Drafting.Known(Api, Neighbour)).Written.Text;

        Assert.Contains("  id: long - Number of the task  # from the other specs\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_the_others_do_not_have_is_marked()
        => Assert.Contains(
            "roles: [Admin, Develop, Modify, Submit]  # check: a role that the other specs do not have\n",
            Support.Drafting.Draft(s_page, known: Support.Drafting.Known("api: jobs\nclient: JobsClient\nroles: [Admin, Develop, Modify]\n")).Written.Text,
            StringComparison.Ordinal);
}
