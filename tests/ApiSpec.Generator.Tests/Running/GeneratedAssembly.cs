using System.Reflection;
using System.Runtime.Loader;
using Xunit;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>Generated code, compiled and loaded, so that it can be run.</summary>
internal sealed class GeneratedAssembly
{
    private readonly Assembly _assembly;

    private GeneratedAssembly(Assembly assembly) => _assembly = assembly;

    public static GeneratedAssembly Of(params SpecFile[] files) => Of(GeneratorRun.Of(files));

    /// <summary>Compiles and loads generated code that compiles without warnings.</summary>
    public static GeneratedAssembly Of(GeneratorRun run)
    {
        using var image = new MemoryStream();
        Expect.Nothing(run.Errors);
        var emitted = run.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Expect.Nothing(GeneratorRun.Messages(emitted.Diagnostics));
        Assert.True(emitted.Success);
        image.Position = 0;
        return new GeneratedAssembly(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    public Type Type(string name) => _assembly.GetTypes().Single(type => type.Name == name);

    /// <summary>The JSON contract of a generated record or open enum.</summary>
    public GeneratedJson Json(string typeName) => new(Type(typeName));
}

/// <summary>Reads and writes a generated type through its generated contract.</summary>
internal sealed class GeneratedJson(Type type)
{
    private readonly object _contract = type.GetProperty("Json", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    public Type Type => type;

    public object Parse(string json) => Call("Parse", typeof(string), json);

    public string Write(object value) => (string)Call("ToJson", type, value);

    /// <summary>A new value whose properties are set as an initializer would.</summary>
    public object New(params (string Property, object? Value)[] properties)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var (property, content) in properties)
            type.GetProperty(property)!.SetValue(value, content);
        return value;
    }

    public object? Get(object value, string property) => type.GetProperty(property)!.GetValue(value);

    private object Call(string method, Type parameter, object argument)
        => _contract.GetType().GetMethod(method, [parameter])!.Invoke(_contract, BindingFlags.DoNotWrapExceptions, null, [argument], null)!;
}
