using System.Text;

namespace ApiSpec.Tool.Tests.Support;

/// <summary>Output that a test waits for.</summary>
internal class AwaitedText : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text)
            _text.Append(value);
    }

    public async Task WaitForAsync(string expected)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(60); !ToString().Contains(expected, StringComparison.Ordinal);)
        {
            Assert.True(DateTime.UtcNow < deadline, $"'{expected}' was not written: {this}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public override string ToString()
    {
        lock (_text)
            return _text.ToString();
    }
}
