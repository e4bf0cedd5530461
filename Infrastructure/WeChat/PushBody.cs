using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// Reads what WeChat sends, JSON or XML by its first sign, into one flat table: <c>result.suggest</c>, <c>detail.0.label</c>. XML may
/// have no DTD, so no entity can grow or fetch anything; depth is bounded in both.
/// </summary>
public static class PushBody
{
    private const int MaxDepth = 16;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <returns>The fields, or null when it is neither.</returns>
    public static IReadOnlyDictionary<string, string>? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var text = StrictUtf8.GetString(body).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            var fields = new Dictionary<string, string>();
            switch (text)
            {
                case ['<', ..]:
                    Flatten(ReadXml(text), "", 0, fields);
                    return fields;
                case ['{', ..]:
                    using (var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth }))
                    {
                        Flatten(json.RootElement, "", fields);
                    }

                    return fields;
                default:
                    return null;
            }
        }
        catch (Exception e) when (e is DecoderFallbackException or XmlException or JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A JSON string with half a surrogate pair.
            return null;
        }
    }

    private static XElement ReadXml(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = text.Length,
        };
        using var source = new StringReader(text);
        using var reader = XmlReader.Create(source, settings);
        return XElement.Load(reader);
    }

    private static void Flatten(XElement element, string path, int depth, Dictionary<string, string> fields)
    {
        if (depth == MaxDepth)
        {
            throw new XmlException("Too deep.");
        }

        foreach (var child in element.Elements())
        {
            var name = Join(path, child.Name.LocalName);
            if (child.HasElements)
            {
                Flatten(child, name, depth + 1, fields);
            }
            else
            {
                fields.TryAdd(name, child.Value);
            }
        }
    }

    private static void Flatten(JsonElement element, string path, Dictionary<string, string> fields)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Flatten(property.Value, Join(path, property.Name), fields);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Flatten(item, Join(path, index.ToString(CultureInfo.InvariantCulture)), fields);
                }

                break;
            case JsonValueKind.String:
                fields.TryAdd(path, element.GetString()!);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                fields.TryAdd(path, element.GetRawText());
                break;
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
