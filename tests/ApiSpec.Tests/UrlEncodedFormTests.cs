using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Forms without files are sent in one line.</summary>
public sealed class UrlEncodedFormTests
{
    [Fact]
    public async Task Names_and_texts_are_escaped_as_browsers_do()
    {
        using var request = new ApiRequest(SampleApi.GetRerunStart, "/token");
        request.SetUrlEncodedForm(
            new ApiFormPart("grant_type", "password"), new ApiFormPart("user name", "a+b&c=\u00e4 d~"), new ApiFormPart("left out", (string?)null),
            new ApiFormPart("empty", ""));

        Assert.Equal("application/x-www-form-urlencoded", request.Content!.Headers.ContentType!.ToString());
        Assert.Equal(
            "grant_type=password&user+name=a%2Bb%26c%3D%C3%A4+d%7E&empty=", await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_cannot_be_sent_in_a_URL_encoded_form()
    {
        using var request = new ApiRequest(SampleApi.GetRerunStart, "/token");
        using var file = new ApiFile(new MemoryStream(), "a.txt");
        Assert.Contains("'f'", Assert.Throws<ArgumentException>(() => request.SetUrlEncodedForm(new ApiFormPart("f", file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_of_a_map_does_not_have_the_name_of_another_field()
    {
        using var request = new ApiRequest(SampleApi.GetRerunStart, "/token");
        var values = new Dictionary<string, string> { ["A"] = "1", ["Ab"] = "2" };
        var map = ApiFormPart.Named("label", "", values, static text => text);

        Assert.StartsWith(
            "The name 'labelAb' belongs to another field of the form",
            Assert.Throws<ArgumentException>(
                () => request.SetUrlEncodedForm(map, ApiFormPart.Named("label", "b", values, static text => text))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => request.SetMultipart(map, ApiFormPart.Repeat("labelA", [], static (string text) => text)));
        request.SetUrlEncodedForm(map, new ApiFormPart("label{}", "3"));
    }

    [Fact]
    public void Missing_value_of_a_list_or_a_map_is_an_error_of_that_argument()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => ApiFormPart.Repeat("a", ["x"], static _ => null)).ParamName);
        Assert.Equal("files", Assert.Throws<ArgumentException>(() => ApiFormPart.Repeat("a", [null!])).ParamName);
        Assert.Equal(
            "values",
            Assert.Throws<ArgumentException>(() => ApiFormPart.Named("a", "", new Dictionary<string, string> { ["b"] = "x" }, static _ => null)).ParamName);
        Assert.Equal(
            "files", Assert.Throws<ArgumentException>(() => ApiFormPart.Named("a", "", new Dictionary<string, ApiFile> { ["b"] = null! })).ParamName);
    }
}
