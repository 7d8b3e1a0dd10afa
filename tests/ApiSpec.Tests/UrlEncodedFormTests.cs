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
}
