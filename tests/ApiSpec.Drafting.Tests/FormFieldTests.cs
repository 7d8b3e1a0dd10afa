using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Bodies that are forms, shown by a heading, a column, the text or an example.</summary>
public sealed class FormFieldTests
{
    private const string Rows = "|---|---|---|\n| file | file | The file. |\n| title | string | The title. |\n\n";
    private const string Fields = "\n  file: bytes required not stated - The file.\n  title: string required not stated - The title.\n";

    [Theory]
    [InlineData("## Form fields\n\n| Name | Type | Description |\n" + Rows, "body multipart:  # from the type of a field")]
    [InlineData("## Multipart fields\n\n| Name | Type | Description |\n" + Rows, "body multipart:")]
    [InlineData("## Request body\n\n| Form field | Type | Description |\n" + Rows, "body multipart:  # from the type of a field")]
    [InlineData("## Request body\n\nSend it as `multipart/form-data`.\n\n| Name | Type | Description |\n" + Rows, "body multipart:  # from the media type")]
    [InlineData("## Request body\n\n| Name | Type | Description |\n" + Rows + "## Example\n\n```\ncurl -F file=@a.pdf https://host/racks\n```\n",
        "body multipart:  # from the example")]
    public void A_form_with_a_file_has_parts(string body, string key) => Has(Page(body), key + Fields);

    [Fact]
    public void A_form_without_a_file_has_pairs()
        => Has(Page("## Request body\n\n| Form field | Type | Description |\n|---|---|---|\n| title | string | The title. |\n"),
            "body form:\n  title: string required not stated - The title.\n");

    [Fact]
    public void A_command_shows_that_the_rows_are_fields_of_a_form()
        => Has(Page("## Request body\n\n| Name | Type |\n|---|---|\n| title | string |\n\n## Example\n\n```\ncurl https://host/racks -d title=left\n```\n"),
            "body form:  # from the example\n");

    [Fact]
    public void A_body_that_can_also_be_json_stays_one()
        => Has(Page("## Request body\n\nSend `application/json` or `multipart/form-data`.\n\n| Name | Type |\n|---|---|\n| title | string |\n"),
            "body:\n");

    [Fact]
    public void A_form_whose_text_has_the_media_type_of_json_is_marked()
        => Has(Page("## Request body\n\nSend `application/json`.\n\n| Form field | Type |\n|---|---|\n| title | string |\n"),
            "body:  # check: whether it is a form\n");

    [Theory]
    [InlineData("-F \"file=@plan.pdf\" -F \"title=Plan\"",
        "body multipart:  # from the example\n  file: bytes required not stated  # from the example\n"
            + "  title: string required not stated  # from the example\n")]
    [InlineData("--data-urlencode \"name=left rack\" --data-urlencode \"size=4\"",
        "body form:  # from the example\n  name: string required not stated  # from the example\n  size: long required not stated  # from the example\n")]
    [InlineData("-d \"name=left&size=4\"",
        "body form:  # from the example\n  name: string required not stated  # from the example\n  size: long required not stated  # from the example\n")]
    public void A_command_alone_shows_the_fields(string options, string body)
        => Has(Page("## Example\n\n```\ncurl -X POST https://example.com/racks " + options + "\n```\n"), body);

    [Theory]
    [InlineData("-d '{\"a\": \"b=c\"}'")]
    [InlineData("-H 'Content-Type: text/plain' -d 'a=b'")]
    public void Data_of_another_media_type_is_no_form(string options)
        => Assert.DoesNotContain("body form", Page("## Example\n\n```\ncurl -X POST https://example.com/racks " + options + "\n```\n").Written.Text,
            StringComparison.Ordinal);

    private static CheckedDraft Page(string rest) => Support.Drafting.Draft("# Add a rack\n\n## Request\n\n`POST /racks`\n\n" + rest, "base", "page.md");
}
