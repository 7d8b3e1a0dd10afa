using System.Text;
using System.Xml;
using ApiSpec.Language.Reference;
using ApiSpec.Xml;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>XML becomes JSON with the same values. The client, the check of examples and the testing kit read it with the same code.</summary>
public sealed class XmlReadingTests
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    [Theory]
    [InlineData("<r xmlns:xsi='INSTANCE'><a xsi:nil='true'/></r>", """{"r":{"a":null}}""")]
    [InlineData("<r xmlns:i='INSTANCE'><a i:nil='1'></a></r>", """{"r":{"a":null}}""")]
    [InlineData("<r><a p:nil=' true ' xmlns:p='INSTANCE'/></r>", """{"r":{"a":null}}""")]
    [InlineData("<r><a xsi:nil='true'/></r>", """{"r":{"a":null}}""")]
    [InlineData("<r xmlns:i='INSTANCE'><a i:nil='false'/></r>", """{"r":{"a":""}}""")]
    [InlineData("<r xmlns:i='INSTANCE'><a i:type='x'>1</a></r>", """{"r":{"a":"1"}}""")]
    [InlineData("<r xmlns:xsi='urn:other'><a xsi:nil='true'/></r>", """{"r":{"a":""}}""")]
    [InlineData("<r xmlns:i='urn:other'><a i:nil='true'/></r>", """{"r":{"a":""}}""")]
    [InlineData("<r xmlns:i='INSTANCE'><b xmlns:i='urn:other'><a i:nil='true'/></b><a i:nil='true'/></r>", """{"r":{"b":{"a":{"@i:nil":"true"}},"a":null}}""")]
    [InlineData("<r><b xmlns:i='INSTANCE'/><b i:nil='true'/></r>", """{"r":{"b":["",{"@i:nil":"true"}]}}""")]
    [InlineData("<r nil='true'><a nil='true'/></r>", """{"r":{"@nil":"true","a":""}}""")]
    public void A_null_is_marked_in_the_namespace_of_XML_Schema(string xml, string json) => Assert.Equal(json, Read(xml, "r=1\na"));

    [Theory]
    [InlineData("<r id='1' x:id='2'/>", """{"r":{"@id":1,"@x:id":"2"}}""")]
    [InlineData("<r x:id='2' id='1'/>", """{"r":{"@x:id":2,"@id":1}}""")]
    [InlineData("<r x:id='1' y:id='2'/>", """{"r":{"@id":1,"@y:id":"2"}}""")]
    [InlineData("<r x:id='1' y:id='2' z:id='3' id='4'/>", """{"r":{"@x:id":1,"@y:id":"2","@z:id":"3","@id":4}}""")]
    [InlineData("<r x:id='1'/>", """{"r":{"@id":1}}""")]
    [InlineData("<r><t>A</t><m:t>B</m:t></r>", """{"r":{"t":"A","m:t":"B"}}""")]
    [InlineData("<r><m:t>B</m:t><t>A</t></r>", """{"r":{"m:t":"B","t":"A"}}""")]
    [InlineData("<r><m:t>B</m:t><t>A</t><m:t>C</m:t></r>", """{"r":{"m:t":["B","C"],"t":"A"}}""")]
    [InlineData("<r><m:t>B</m:t></r>", """{"r":{"t":"B"}}""")]
    [InlineData("<r><m:i>1</m:i><m:i>2</m:i></r>", """{"r":{"i":[1,2]}}""")]
    [InlineData("<r><i>1</i><m:i><x/></m:i><i>2</i></r>", """{"r":{"i":[1,2],"m:i":{"x":""}}}""")]
    public void A_row_is_for_the_printed_name_or_else_for_the_first_with_another_prefix(string xml, string json)
        => Assert.Equal(json, Read(xml, "r=1\n@id=n t i=n*"));

    [Theory]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("+5", "5")]
    [InlineData("5.", "5")]
    [InlineData("5.e3", "5e3")]
    [InlineData("00.50", "0.50")]
    [InlineData("+-5", "\"+-5\"")]
    [InlineData("5.5.5", "\"5.5.5\"")]
    [InlineData("INF", "\"INF\"")]
    [InlineData("\u0667", "\"\u0667\"")]
    [InlineData("1,5", "\"1,5\"")]
    public void Numbers_are_those_of_XML_Schema(string text, string json) => Assert.Equal("{\"r\":" + json + "}", Read("<r>" + text + "</r>", "r=n"));

    [Fact]
    public void Names_are_those_of_XML()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = ((char)c).ToString();
            Assert.True(XmlNames.IsName(text) == IsName(text), $"U+{c:X4}");
            Assert.True(XmlNames.IsName("a" + text) == (text == ":" ? false : IsName("a" + text)), $"a U+{c:X4}");
        }

        Assert.All(["a:b", "@a", "@a:b", "_", "\u00E9t\u00E9", "\u540D"], static name => Assert.True(XmlNames.IsName(name)));
        Assert.All(["", "@", ":", "a:", ":a", "a:b:c", "1", "a b", "a@", "\U00010000"], static name => Assert.False(XmlNames.IsName(name)));
    }

    [Theory]
    [InlineData("elements that the reference does not list")]
    [InlineData("attributes")]
    [InlineData("attributes of other namespaces")]
    [InlineData("prefixes")]
    [InlineData("items of a list")]
    [InlineData("elements of two namespaces")]
    [InlineData("entries of a map")]
    [InlineData("comments")]
    [InlineData("text")]
    public void Memory_grows_with_the_length_of_the_body(string what)
    {
        Allocated(what, 100);
        var small = Allocated(what, 4_000);
        var large = Allocated(what, 64_000);
        // 16 times as much, plus unused memory of growing lists and tables.
        Assert.True(large < 24 * small, $"{what}: {small} bytes for one part, {large} for 16 times as much");
    }

    private static long Allocated(string what, int count)
    {
        var body = BodyOf(what, count);
        var reader = new XmlTreeReader(XmlShape.Parse("tree=1\nname order=n data=1* counts=2 @id\n*=n"), 64, static () => { });
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(reader.Read(body).Members);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string BodyOf(string what, int count)
    {
        var parts = string.Concat(Enumerable.Range(0, count).Select(i => what switch
        {
            "attributes" => $" a{i}='1'",
            "attributes of other namespaces" => $" p{i}:id='1'",
            "prefixes" => $"<p{i}:x xmlns:p{i}='u'/>",
            "items of a list" => "<data><name>b</name></data>",
            "elements of two namespaces" => $"<p{i}:order>1</p{i}:order>",
            "entries of a map" => $"<x{i}>1</x{i}>",
            "comments" => "<!-- c -->t",
            "text" => "&amp;x",
            _ => $"<e{i % 50}><f/></e{i % 50}>",
        }));
        return what switch
        {
            "attributes" or "attributes of other namespaces" => $"<tree{parts}><name>a</name></tree>",
            "entries of a map" => $"<tree><name>a</name><counts>{parts}</counts></tree>",
            "text" => $"<tree><name>{parts}</name></tree>",
            _ => $"<tree><name>a</name>{parts}</tree>",
        };
    }

    private static bool IsName(string name)
    {
        try
        {
            XmlConvert.VerifyNCName(name);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string Read(string xml, string shape)
    {
        var json = XmlBody.Read(xml.Replace("INSTANCE", Instance, StringComparison.Ordinal), XmlShape.Parse(shape), null, out var problem);
        Assert.Null(problem);
        return Write(json!, new StringBuilder()).ToString();
    }

    private static StringBuilder Write(JsonText json, StringBuilder text)
    {
        switch (json.Kind)
        {
            case JsonTextKind.Object:
                text.Append('{');
                foreach (var member in json.Members)
                    Write(member.Value, text.Append(text[^1] == '{' ? "" : ",").Append('"').Append(member.Name).Append('"').Append(':'));
                return text.Append('}');
            case JsonTextKind.Array:
                text.Append('[');
                foreach (var item in json.Items)
                    Write(item, text.Append(text[^1] == '[' ? "" : ","));
                return text.Append(']');
            case JsonTextKind.Null:
                return text.Append("null");
            case JsonTextKind.Number:
                return text.Append(json.Text);
            default:
                return text.Append('"').Append(json.Text).Append('"');
        }
    }
}
