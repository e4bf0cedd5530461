using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Craftsman.Api.Http;

/// <summary>Two descriptions: <c>v1</c> for the mini program and <c>admin</c> for staff.</summary>
public static class OpenApiSetup
{
    public const string MiniProgram = "v1";
    public const string Admin = "admin";

    public static void AddOpenApiDocuments(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(MiniProgram, new OpenApiInfo { Title = "Craftsman · 小程序接口", Version = "v1" });
            options.SwaggerDoc(Admin, new OpenApiInfo { Title = "Craftsman · 工作人员接口", Version = "v1" });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(NameOf);
            options.CustomOperationIds(NameOf);
            options.MapType<OpaqueId>(() => new OpenApiSchema { Type = JsonSchemaType.String });
            options.MapType<Guid>(() => new OpenApiSchema { Type = JsonSchemaType.String });
            options.SchemaFilter<Fields>();
            options.OperationFilter<Answers>();
            options.DocumentFilter<Whole>();
            foreach (var assembly in new[] { typeof(OpenApiSetup).Assembly, typeof(Domain.Refusal).Assembly })
            {
                options.IncludeXmlComments(assembly, includeControllerXmlComments: false);
            }
        });
    }

    public static void MapOpenApiDocuments(this WebApplication app)
    {
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint($"/swagger/{MiniProgram}/swagger.json", "小程序");
            options.SwaggerEndpoint($"/swagger/{Admin}/swagger.json", "工作人员");
        });
    }

    /// <summary>Writes a description as the running service serves it. Needs no server: nothing is started, only the routes are read.</summary>
    public static async Task Describe(this WebApplication app, string document, TextWriter writer)
    {
        app.UseRouting();
        app.UseEndpoints(_ => { });
        var description = await app.Services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(document);
        await writer.WriteLineAsync(await description.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
    }

    /// <summary>The action and its part: <c>SendTip.Request</c> becomes <c>SendTipRequest</c>.</summary>
    private static string NameOf(Type type) =>
        type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(NameOf))
                + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : type.DeclaringType is { } outer ? outer.Name + type.Name
        : type.Name;

    /// <summary>The action: <c>SendTip</c>; where one file holds two, with the caller's: <c>LogOutOfStaff</c>.</summary>
    private static string? NameOf(ApiDescription description) =>
        description.TryGetMethodInfo(out var method)
            ? method.DeclaringType!.Name + (method.Name == "Handle" ? "" : method.Name)
            : null;

    private static string SchemeOf(string document) =>
        document == Admin ? AccessTokens.StaffScheme : AccessTokens.CitizenScheme;

    /// <summary>What is no reference and cannot be null is always there: numbers, instants, words of an enum. Fields may be added, so no schema is closed.</summary>
    private sealed class Fields : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties } known)
            {
                return;
            }

            known.AdditionalPropertiesAllowed = true;
            foreach (var property in context.Type.GetProperties())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                if (
                    properties.ContainsKey(name)
                    && property.PropertyType.IsValueType
                    && Nullable.GetUnderlyingType(property.PropertyType) is null
                )
                {
                    known.Required ??= new HashSet<string>();
                    known.Required.Add(name);
                }
            }
        }
    }

    /// <summary>What concerns a description as a whole: how one gets in, and an order that does not depend on that of the code.</summary>
    private sealed class Whole : IDocumentFilter
    {
        public void Apply(OpenApiDocument document, DocumentFilterContext context)
        {
            var paths = new OpenApiPaths();
            foreach (var (path, item) in document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal))
            {
                paths.Add(path, item);
            }

            document.Paths = paths;
            document.Components!.Schemas!.Remove(nameof(ProblemDetails));
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [SchemeOf(context.DocumentName)] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                    Description =
                        context.DocumentName == Admin
                            ? "工作人员的访问令牌，由 POST /admin/v1/auth/login 取得，15 分钟有效。"
                            : "市民的访问令牌，由 POST /api/v1/auth/wechat 取得，15 分钟有效。",
                },
            };
        }
    }

    /// <summary>Says on each operation who may call it and which refusals any such operation can answer.</summary>
    private sealed class Answers : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            var isAnonymous = metadata.OfType<IAllowAnonymous>().Any() || !metadata.OfType<IAuthorizeData>().Any();
            var isStaff = context.DocumentName == Admin;
            var isWrite = context.ApiDescription.HttpMethod is not "GET";
            SortedSet<string> refusals = [.. operation.Responses!.Keys.Where(status => status[0] is '4' or '5'), "503"];
            if (!isAnonymous)
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement
                    {
                        [new OpenApiSecuritySchemeReference(SchemeOf(context.DocumentName), context.Document)] = [],
                    },
                ];
                refusals.UnionWith(isStaff ? ["401", "403"] : ["401"]);
            }

            if (TakesRetryKey(context.MethodInfo))
            {
                refusals.Add("422");
                operation.Parameters ??= [];
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = "Idempotency-Key",
                        In = ParameterLocation.Header,
                        Description = "同一操作重试时使用同一个值，服务端保证只执行一次。",
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            MinLength = 1,
                            MaxLength = 128,
                        },
                    }
                );
            }

            if (operation.RequestBody is not null)
            {
                refusals.UnionWith(["400", "413", "415"]);
            }

            if (operation.Parameters is { Count: > 0 })
            {
                refusals.Add("400");
            }

            if (isWrite && (!isStaff || isAnonymous))
            {
                refusals.Add("429");
            }

            var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
            foreach (var status in refusals)
            {
                operation.Responses[status] = Refusal(status, schema);
            }

            operation.Responses = InOrder(operation.Responses);
        }

        /// <summary>Citizens' writes that run once for each key; the vote keeps its own record of it.</summary>
        private static bool TakesRetryKey(MethodInfo method) =>
            method
                .GetParameters()
                .Any(part => part.ParameterType == typeof(CitizenWrites) || part.ParameterType == typeof(BallotBox));

        private static OpenApiResponse Refusal(string status, IOpenApiSchema schema) =>
            new()
            {
                Description = ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture)),
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = schema },
                },
            };

        private static OpenApiResponses InOrder(OpenApiResponses responses)
        {
            var inOrder = new OpenApiResponses();
            foreach (var (status, response) in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
            {
                inOrder.Add(status, response);
            }

            return inOrder;
        }
    }
}

/// <summary>What every refusal looks like (RFC 9457).</summary>
/// <param name="Type">A stable name of the code.</param>
/// <param name="Title">A sentence the citizen reads.</param>
/// <param name="Status">The HTTP status again.</param>
/// <param name="Code">Programs branch on it; problems.md lists them.</param>
/// <param name="Clause">The clause of the notice that says no.</param>
/// <param name="Errors">What is wrong with which field.</param>
/// <param name="TraceId">Helps us find the request.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string? Clause,
    IReadOnlyDictionary<string, string[]>? Errors,
    string TraceId
);
