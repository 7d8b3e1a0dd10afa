using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the class with the named numbers of a row.</summary>
internal static class ConstantsEmitter
{
    public static void Write(CodeWriter writer, GeneratedConstants model)
    {
        writer.WriteDocumentation(model.Documentation, $"Values of {model.Name}.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{model.Context.Accessibility} static partial class {model.Name}");
        for (var i = 0; i < model.Values.Count; i++)
        {
            var value = model.Values[i];
            if (i > 0)
                writer.Write();
            writer.WriteSummary(value.Description ?? $"The value {value.Value}.");
            writer.Write($"public const {(model.AreLong ? "long" : "int")} {value.Name} = {value.Value};");
        }

        writer.Close();
    }
}
