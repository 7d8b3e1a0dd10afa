using System.Text;
using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tests;

/// <summary>The encoding of a page.</summary>
public sealed class PageEncodingTests
{
    [Theory]
    [InlineData("shift_jis", "<meta charset=\"Shift_JIS\">", false)]
    [InlineData("euc-jp", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=EUC-JP\">", false)]
    [InlineData("utf-8", "<meta charset=\"utf-16\">", false)]
    [InlineData("utf-16", "<meta charset=\"Shift_JIS\">", true)]
    [InlineData("utf-8", "", false)]
    public void The_page_says_its_encoding(string encoding, string declaration, bool hasMark)
    {
        var writer = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = "<html><head>" + declaration + "</head><body><h1>\u30BF\u30B9\u30AF</h1></body></html>";
        byte[] page = [.. hasMark ? writer.GetPreamble() : [], .. writer.GetBytes(text)];

        Assert.Equal("\u30BF\u30B9\u30AF", Assert.Single(PageReader.Read("page.html", page, TestContext.Current.CancellationToken).Lines).Text);
    }
}
